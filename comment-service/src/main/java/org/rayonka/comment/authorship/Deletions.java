package org.rayonka.comment.authorship;

import java.util.UUID;

import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Comments;
import org.rayonka.comment.thread.Status;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Lets authors take back what they have said. What a moderator has rejected stays so: the
 * author has nothing left to take back, and his record is kept.
 */
@Component
class Deletions {

	private final Own own;

	private final Comments comments;

	private final Discussions discussions;

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	Deletions(Own own, Comments comments, Discussions discussions, DatabaseClient database,
			TransactionalOperator transaction) {
		this.own = own;
		this.comments = comments;
		this.discussions = discussions;
		this.database = database;
		this.transaction = transaction;
	}

	/** Deletes a comment; what is deleted already stays so. */
	Mono<Void> delete(UUID id, Author author) {
		return this.own.get(id, author)
			.flatMap((comment) -> this.discussions.lock(comment.article()))
			// again, since it may have changed before the lock
			.then(Mono.defer(() -> this.own.get(id, author)))
			.filter((comment) -> comment.status() != Status.REJECTED)
			.flatMap(this::delete)
			.as(this.transaction::transactional);
	}

	/** Whoever has reported it has nothing left to be judged. */
	private Mono<Void> delete(Comment comment) {
		return this.comments.become(comment, Status.DELETED)
			.then(this.database.sql("update comment set reports = 0, report_weight = 0 where id = :id and reports > 0")
				.bind("id", comment.id())
				.then());
	}

}
