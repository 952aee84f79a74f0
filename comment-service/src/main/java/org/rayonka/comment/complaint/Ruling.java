package org.rayonka.comment.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a moderator decides a complaint.
 *
 * @param decision remove or keep
 * @param reason why, or null
 */
record Ruling(@NotNull Complaint.Decision decision, @Nullable @Size(max = 500) String reason) {
}
