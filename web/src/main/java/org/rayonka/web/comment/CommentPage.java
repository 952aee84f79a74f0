package org.rayonka.web.comment;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A page of comments as comment-service tells it.
 *
 * @param items the comments
 * @param next cursor of the next page, null on the last
 * @param total of published comments, null when not told
 * @param open whether one may write, null when not told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CommentPage(List<Comment> items, @Nullable String next, @Nullable Long total, @Nullable Boolean open) {
}
