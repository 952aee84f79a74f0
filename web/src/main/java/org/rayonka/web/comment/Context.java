package org.rayonka.web.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A comment in its thread as comment-service tells it.
 *
 * @param root the comment that began the thread, with some of its answers
 * @param nextReplies cursor with which the answers go on, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Context(Comment root, @Nullable String nextReplies) {
}
