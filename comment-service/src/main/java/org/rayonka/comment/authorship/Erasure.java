package org.rayonka.comment.authorship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Erases what is kept of somebody: in many small transactions, one discussion at a time,
 * and for no longer than a caller waits. Called again it goes on.
 */
@Component
class Erasure {

	private static final Logger log = LoggerFactory.getLogger(Erasure.class);

	/** Less than it takes until the gateway gives up. */
	private static final Duration AT_ONCE = Duration.ofSeconds(3);

	private final ErasableComments comments;

	private final List<Traces> traces;

	private final Discussions discussions;

	private final TransactionalOperator transaction;

	private final Clock clock;

	Erasure(ErasableComments comments, List<Traces> traces, Discussions discussions, TransactionalOperator transaction,
			Clock clock) {
		this.comments = comments;
		this.traces = traces;
		this.discussions = discussions;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Erases as much as there is time for. */
	Mono<Erased> erase(String author) {
		Instant end = this.clock.instant().plus(AT_ONCE);
		return this.comments.forgetKeys(author)
			.thenMany(Flux.defer(() -> step(author)).repeat(() -> this.clock.instant().isBefore(end)))
			.takeUntil(Erased::complete)
			.reduce(Erased::plus)
			.doOnNext((erased) -> log.atInfo()
				.addKeyValue("comments", erased.erased())
				.addKeyValue("complete", erased.complete())
				.log("Personal data erased"));
	}

	private Mono<Erased> step(String author) {
		return anyDiscussion(author).flatMap((article) -> erase(author, article)).defaultIfEmpty(Erased.NOTHING_LEFT);
	}

	private Mono<UUID> anyDiscussion(String author) {
		return Flux.fromIterable(this.traces)
			.concatMap((trace) -> trace.discussion(author), 1)
			.startWith(this.comments.discussion(author))
			.next();
	}

	private Mono<Erased> erase(String author, UUID article) {
		return this.discussions.lock(article)
			.then(Mono.defer(() -> this.comments.erase(author, article)))
			.delayUntil((_) -> Flux.fromIterable(this.traces).concatMap((trace) -> trace.wipe(author, article), 1))
			.map((erased) -> new Erased(erased, false))
			.as(this.transaction::transactional);
	}

	/**
	 * What was erased.
	 *
	 * @param erased how many comments
	 * @param complete whether nothing is left; otherwise the same call goes on
	 */
	record Erased(long erased, boolean complete) {

		static final Erased NOTHING_LEFT = new Erased(0, true);

		Erased plus(Erased next) {
			return new Erased(this.erased + next.erased, next.complete);
		}

	}

}
