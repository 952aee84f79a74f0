/**
 * What authors do with their own comments, and what is kept of them.
 */
@NullMarked
package org.rayonka.comment.authorship;

import org.jspecify.annotations.NullMarked;
