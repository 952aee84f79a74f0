package org.rayonka.comment.report;

import java.time.Clock;
import java.util.UUID;

import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Author;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * All reports, at most one for each visitor and comment, so that one reader cannot drum.
 */
@Repository
class Reports {

	private static final String LOCK = "select id from comment where id = :comment and status = 'published' for no key update";

	/**
	 * The share of the reader's judged reports that were right: Laplace's rule of
	 * succession.
	 */
	private static final String INSERT = """
			with added as (
				insert into report (comment_id, visitor, reason, category, created_at, weight)
				select :comment, :visitor, :reason, :category, :at,
					cast(round(1000.0 * (count(*) filter (where upheld) + 1) / (count(*) + 2)) as integer)
				from report where visitor = :visitor and upheld is not null
				on conflict do nothing returning comment_id, weight)
			update comment set reports = reports + 1, report_weight = report_weight + weight
			from added where id = comment_id""";

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final Clock clock;

	Reports(DatabaseClient database, TransactionalOperator transaction, Clock clock) {
		this.database = database;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Keeps a report; does nothing when the same visitor has reported the comment before.
	 */
	Mono<Void> add(UUID comment, Author author, String reason, Category category) {
		Mono<Void> added = this.database.sql(INSERT)
			.bind("comment", comment)
			.bind("visitor", author.id())
			.bind("reason", reason)
			.bind("category", category.text())
			.bind("at", this.clock.instant())
			.then();
		return this.database.sql(LOCK)
			.bind("comment", comment)
			.mapValue(UUID.class)
			.one()
			.switchIfEmpty(Mono.error(() -> new CommentProblem.UnknownComment(comment)))
			.then(added)
			.as(this.transaction::transactional);
	}

}
