/**
 * Complaints that a comment is against the law, which have to be decided in time.
 */
@NullMarked
package org.rayonka.comment.complaint;

import org.jspecify.annotations.NullMarked;
