package org.rayonka.web.comment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A comment as its reader may see it.
 *
 * @param id names it
 * @param article the article discussed
 * @param parentId the comment answered, null when it begins a thread
 * @param name of its author
 * @param text plain text, null when it was removed while its answers stay
 * @param at when it was written
 * @param status published, pending for its author alone, or removed
 * @param score votes for it less votes against it, null when not told
 * @param answers how many there are in its thread, null when not told
 * @param staff whether the newsroom says it
 * @param pick whether the newsroom recommends it
 * @param editedAt when its author last changed it, or null
 * @param replies to it, oldest first; perhaps not all
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Comment(UUID id, @Nullable UUID article, @Nullable UUID parentId, @Nullable String name,
		@Nullable String text, Instant at, @Nullable String status, @Nullable Integer score, @Nullable Integer answers,
		@Nullable Boolean staff, @Nullable Boolean pick, @Nullable Instant editedAt, List<Comment> replies) {

	public Comment {
		replies = orEmpty(replies);
	}

	Comment answered(List<Comment> all) {
		return new Comment(this.id, this.article, this.parentId, this.name, this.text, this.at, this.status, this.score,
				this.answers, this.staff, this.pick, this.editedAt, all);
	}

	/**
	 * Whether only its author sees it yet.
	 * @return true while it waits for a moderator
	 */
	public boolean waiting() {
		return "pending".equals(this.status);
	}

	/**
	 * Whether the newsroom says it.
	 * @return false when not told
	 */
	public boolean official() {
		return Boolean.TRUE.equals(this.staff);
	}

	/**
	 * Whether the newsroom recommends it.
	 * @return false when not told
	 */
	public boolean picked() {
		return Boolean.TRUE.equals(this.pick);
	}

	/**
	 * How readers rate it.
	 * @return 0 when not told
	 */
	public int rating() {
		return Objects.requireNonNullElse(this.score, 0);
	}

	/**
	 * How many answers of its thread are not among its replies.
	 * @return 0 when all are there
	 */
	public long hidden() {
		return (this.answers != null) ? Math.max(0, this.answers - below()) : 0;
	}

	/** Looks in it and below it. */
	Optional<Comment> find(UUID wanted) {
		return this.id.equals(wanted) ? Optional.of(this)
				: this.replies.stream().flatMap((reply) -> reply.find(wanted).stream()).findFirst();
	}

	/**
	 * The same with a comment that only its author sees: where there is but its place,
	 * and else below what it answers.
	 */
	Comment with(Comment own) {
		if (this.id.equals(own.id)) {
			return (this.text == null) ? own.answered(this.replies) : this;
		}
		List<Comment> changed = this.replies.stream().map((reply) -> reply.with(own)).toList();
		boolean answersThis = this.id.equals(own.parentId) && changed.stream().noneMatch((it) -> it.id.equals(own.id));
		return answered(answersThis ? Stream.concat(changed.stream(), Stream.of(own)).toList() : changed);
	}

	/** What only its author sees is not among the answers that are counted. */
	private long below() {
		return this.replies.stream().mapToLong((reply) -> (reply.waiting() ? 0 : 1) + reply.below()).sum();
	}

	private static List<Comment> orEmpty(@Nullable List<Comment> replies) {
		return (replies != null) ? List.copyOf(replies) : List.of();
	}

}
