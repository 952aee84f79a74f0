package org.rayonka.comment.live;

import org.rayonka.comment.thread.Comment;

/**
 * A comment that looks otherwise than before, or is gone.
 *
 * @param revision the discussion's, by which the comment looks so
 * @param comment as it is now
 */
record Change(long revision, Comment comment) {

}
