package org.rayonka.comment.authorship;

import java.util.UUID;

import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Comments;
import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Judgement;
import org.rayonka.comment.thread.Shadow;
import org.rayonka.comment.thread.Status;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Writes an edit down: the words before, the new ones, and what the rules make of them,
 * in one transaction. An edit never makes public what was not.
 */
@Component
class Rewriting {

	private final Own own;

	private final Comments comments;

	private final Discussions discussions;

	private final Wordings wordings;

	private final Shadow shadow;

	private final TransactionalOperator transaction;

	Rewriting(Own own, Comments comments, Discussions discussions, Wordings wordings, Shadow shadow,
			TransactionalOperator transaction) {
		this.own = own;
		this.comments = comments;
		this.discussions = discussions;
		this.wordings = wordings;
		this.shadow = shadow;
		this.transaction = transaction;
	}

	Mono<Edits.Receipt> keep(UUID id, Draft draft, Judgement judgement) {
		return this.discussions.lock(draft.discussion().article())
			.map((discussion) -> discussion.writable(draft.at()))
			// again, since it may have changed before the lock
			.then(Mono.defer(() -> this.own.changeable(id, draft.author(), draft.at())))
			.flatMap((comment) -> write(comment, draft, judgement))
			.as(this.transaction::transactional);
	}

	/** Hidden first, so that the new words are told to nobody who may not read them. */
	private Mono<Edits.Receipt> write(Comment comment, Draft draft, Judgement judgement) {
		Status status = stricter(comment.status(), judgement.status());
		return this.wordings.keep(comment, draft.at())
			.then(this.comments.become(comment, status))
			.then(Mono.defer(() -> this.comments.get(comment.id())))
			.flatMap((current) -> this.comments.reword(current, draft.wording(), draft.at()))
			.then(Mono.defer(() -> this.wordings.found(comment.id(), judgement.findings())))
			.then(Mono.defer(() -> receipt(comment.id())));
	}

	/** What its author is told of a comment as it is now. */
	Mono<Edits.Receipt> receipt(UUID id) {
		return this.comments.get(id).flatMap(this.shadow::seenByItsAuthor).map(Edits.Receipt::of);
	}

	private static Status stricter(Status before, Status now) {
		return (before.compareTo(now) > 0) ? before : now;
	}

}
