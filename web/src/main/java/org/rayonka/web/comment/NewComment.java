package org.rayonka.web.comment;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A comment as its author wrote it.
 *
 * @param text plain text
 * @param parentId the comment that it replies to
 * @param name what the author wants to be called
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewComment(String text, @Nullable UUID parentId, @Nullable String name) {
}
