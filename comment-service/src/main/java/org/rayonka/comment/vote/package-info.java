/**
 * Readers' votes, from which the best comments follow.
 */
@NullMarked
package org.rayonka.comment.vote;

import org.jspecify.annotations.NullMarked;
