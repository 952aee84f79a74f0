package org.rayonka.comment.importing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProperties;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Comment;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Brings comments along: kept, counted and told in one transaction. It holds the
 * discussion's lock, so that imports of the same comments, and readers who write
 * meanwhile, follow one another.
 */
@Component
class Imports {

	private final Discussions discussions;

	private final ImportedComments imported;

	private final TransactionalOperator transaction;

	private final CommentProperties properties;

	private final Clock clock;

	Imports(Discussions discussions, ImportedComments imported, TransactionalOperator transaction,
			CommentProperties properties, Clock clock) {
		this.discussions = discussions;
		this.imported = imported;
		this.transaction = transaction;
		this.properties = properties;
		this.clock = clock;
	}

	/** Keeps what is new, also when the discussion takes no more comments of readers. */
	Mono<ImportOutcome> run(ImportBatch batch, Caller caller) {
		return this.discussions.lock(batch.articleId())
			.map(Discussion::readable)
			.map((discussion) -> discussion.moderatedBy(caller))
			.then(Mono.defer(() -> this.imported.known(batch.articleId(), batch.sourceIds())))
			.map((known) -> sort(batch, known))
			.delayUntil((arrivals) -> this.imported.add(batch.articleId(), arrivals.created()))
			.map(Arrivals::outcome)
			.as(this.transaction::transactional);
	}

	private Arrivals sort(ImportBatch batch, Map<String, Comment> known) {
		return new Arrivals(batch, known, this.clock.instant().truncatedTo(ChronoUnit.MICROS),
				this.properties.guestName());
	}

}
