package org.rayonka.comment.thread;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A comment as readers get it. Of one that was removed while its answers stay, only the
 * place is left.
 *
 * @param id the comment's id
 * @param article the article discussed
 * @param parentId the comment answered, or null
 * @param name how the author is called, null when the comment was removed
 * @param text plain text, null when the comment was removed
 * @param at when it was said
 * @param status published, pending for its author alone, or removed
 * @param score votes for it less votes against it
 * @param answers published answers in the thread that it began, of which {@code replies}
 * may hold the first only
 * @param replies answers to it, oldest first
 */
record CommentView(UUID id, UUID article, @Nullable UUID parentId, @Nullable String name, @Nullable String text,
		Instant at, String status, int score, int answers, List<CommentView> replies) {

	static CommentView of(Comment comment, List<CommentView> replies) {
		boolean removed = comment.status() == Status.REJECTED;
		return new CommentView(comment.id(), comment.article(), comment.place().parent(),
				removed ? null : comment.wording().name(), removed ? null : comment.wording().text(), comment.at(),
				removed ? "removed" : comment.status().text(), comment.standing().score(), comment.standing().answers(),
				replies);
	}

}
