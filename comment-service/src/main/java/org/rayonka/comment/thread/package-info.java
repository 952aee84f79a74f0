/**
 * Posting and reading comments.
 */
@NullMarked
package org.rayonka.comment.thread;

import org.jspecify.annotations.NullMarked;
