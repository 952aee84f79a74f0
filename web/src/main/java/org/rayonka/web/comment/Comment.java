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
 * @param text plain text, null when it was removed while its answers stay
 * @param at when it was written
 * @param answers how many there are in its thread, null when not told
 * @param replies to it, oldest first; perhaps not all
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Comment(UUID id, @Nullable String name, @Nullable String text, Instant at, @Nullable Integer answers,
		List<Comment> replies) {

	public Comment {
		replies = orEmpty(replies);
	}

	Comment answered(List<Comment> all) {
		return new Comment(this.id, this.name, this.text, this.at, this.answers, all);
	}

	/**
	 * How many answers of its thread are not among its replies.
	 * @return 0 when all are there
	 */
	public long hidden() {
		return (this.answers != null) ? Math.max(0, this.answers - below()) : 0;
	}

	private long below() {
		return this.replies.stream().mapToLong((reply) -> 1 + reply.below()).sum();
	}

	private static List<Comment> orEmpty(@Nullable List<Comment> replies) {
		return (replies != null) ? List.copyOf(replies) : List.of();
	}

}
