package org.rayonka.comment.vote;

import java.util.UUID;

import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Author;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * All votes, at most one for each visitor and comment. The comment's score changes by
 * what really changed among them.
 */
@Repository
class Votes {

	/**
	 * Votes on a comment follow one another, so that the old vote read is the one
	 * replaced.
	 */
	private static final String LOCK = """
			select score from comment where id = :comment and status = 'published' for no key update""";

	private static final String OLD = "select value from vote where comment_id = :comment and visitor = :visitor";

	private static final String PUT = """
			insert into vote (comment_id, visitor, value) values (:comment, :visitor, :value)
			on conflict (comment_id, visitor) do update set value = excluded.value""";

	private static final String DELETE = "delete from vote where comment_id = :comment and visitor = :visitor";

	private static final String SCORE = "update comment set score = score + :change where id = :comment";

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	Votes(DatabaseClient database, TransactionalOperator transaction) {
		this.database = database;
		this.transaction = transaction;
	}

	/** Votes for (1), against (-1), or takes the vote back (0). */
	Mono<Standing> cast(UUID comment, Author author, int value) {
		return lock(comment)
			.flatMap((score) -> old(comment, author).flatMap((old) -> (old == value)
					? Mono.just(new Standing(score, value)) : change(comment, author, value, value - old, score)))
			.as(this.transaction::transactional);
	}

	private Mono<Integer> lock(UUID comment) {
		return this.database.sql(LOCK)
			.bind("comment", comment)
			.mapValue(Integer.class)
			.one()
			.switchIfEmpty(Mono.error(() -> new CommentProblem.UnknownComment(comment)));
	}

	private Mono<Integer> old(UUID comment, Author author) {
		return this.database.sql(OLD)
			.bind("comment", comment)
			.bind("visitor", author.id())
			.mapValue(Integer.class)
			.one()
			.defaultIfEmpty(0);
	}

	private Mono<Standing> change(UUID comment, Author author, int value, int change, int score) {
		DatabaseClient.GenericExecuteSpec write = (value == 0) ? this.database.sql(DELETE)
				: this.database.sql(PUT).bind("value", value);
		return write.bind("comment", comment)
			.bind("visitor", author.id())
			.then()
			.then(this.database.sql(SCORE).bind("change", change).bind("comment", comment).then())
			.thenReturn(new Standing(score + change, value));
	}

	/**
	 * How a comment stands.
	 *
	 * @param score votes for it less votes against it
	 * @param value the caller's own vote, 0 when there is none
	 */
	record Standing(int score, int value) {
	}

}
