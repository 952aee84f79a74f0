package org.rayonka.web.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A published comment.
 *
 * @param id names it
 * @param name of its author
 * @param text plain text
 * @param at when it was written
 * @param replies to it, oldest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Comment(UUID id, @Nullable String name, @Nullable String text, Instant at, List<Comment> replies) {

	public Comment {
		replies = orEmpty(replies);
	}

	private static List<Comment> orEmpty(@Nullable List<Comment> replies) {
		return (replies != null) ? List.copyOf(replies) : List.of();
	}

}
