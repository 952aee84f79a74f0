package org.rayonka.comment.thread;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Takes comments in: kept, counted and told in one transaction, or not at all.
 */
@Component
class Postings {

	private final Discussions discussions;

	private final Comments comments;

	private final IdempotencyKeys keys;

	private final TransactionalOperator transaction;

	private final HouseRules rules;

	Postings(Discussions discussions, Comments comments, IdempotencyKeys keys, TransactionalOperator transaction,
			HouseRules rules) {
		this.discussions = discussions;
		this.comments = comments;
		this.keys = keys;
		this.transaction = transaction;
		this.rules = rules;
	}

	/** Posts a comment, once for each key. */
	Mono<Posting.Receipt> post(UUID article, Author author, Posting posting, @Nullable String key) {
		Mono<Posting.Receipt> posted = this.discussions.lock(article)
			.map(Discussion::writable)
			.flatMap((discussion) -> place(article, posting.parentId())
				.map((place) -> this.rules.apply(discussion, author, posting, place)))
			.flatMap(this::add);
		Mono<Posting.Receipt> once = (key != null) ? this.keys.once(author, key, posting.fingerprint(article), posted)
				: posted;
		return once.as(this.transaction::transactional);
	}

	private Mono<Comment.Place> place(UUID article, @Nullable UUID parent) {
		if (parent == null) {
			return Mono.just(Comment.Place.FIRST);
		}
		return this.comments.get(parent)
			.onErrorMap(CommentProblem.UnknownComment.class, (_) -> new CommentProblem.UnknownParent(parent.toString()))
			.filter((comment) -> comment.published() && comment.article().equals(article))
			.switchIfEmpty(Mono.error(() -> new CommentProblem.UnknownParent(parent.toString())))
			.map(Comment::answer);
	}

	private Mono<Posting.Receipt> add(Comment comment) {
		return this.comments.add(comment).thenReturn(new Posting.Receipt(comment.id(), comment.status().text()));
	}

}
