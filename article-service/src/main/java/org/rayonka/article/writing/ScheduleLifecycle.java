package org.rayonka.article.writing;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.StateConflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks what is due and has it published. The table is the schedule, so a restart forgets
 * nothing; every instance looks, and the lock on the article's row lets one of them do
 * it.
 */
@Component
class ScheduleLifecycle implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ScheduleLifecycle.class);

	/** An index answers; a second has four chances. */
	private static final Duration PULSE = Duration.ofMillis(250);

	private static final int BATCH = 50;

	private final Articles articles;

	private final Publishing publishing;

	private final Review review;

	private final Clock clock;

	private volatile @Nullable Disposable looking;

	ScheduleLifecycle(Articles articles, Publishing publishing, Review review, Clock clock) {
		this.articles = articles;
		this.publishing = publishing;
		this.review = review;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.looking = Flux.interval(PULSE).onBackpressureDrop().concatMap((tick) -> look(), 1).subscribe();
	}

	@Override
	public void stop() {
		Disposable current = this.looking;
		if (current != null) {
			current.dispose();
			this.looking = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.looking != null;
	}

	/**
	 * An article that fails for now is tried again at the next look, and delays no other.
	 */
	private Mono<Void> look() {
		return this.articles.due(this.clock.instant(), BATCH)
			.concatMap((id) -> publish(id).onErrorResume((failure) -> notNow(id, failure)), 1)
			.onErrorResume((failure) -> {
				log.atWarn().addKeyValue("cause", failure.toString()).log("cannot look for scheduled articles");
				return Mono.empty();
			})
			.then();
	}

	private Mono<Article> publish(UUID id) {
		return this.publishing.publishDue(id)
			.map(Written::article)
			.doOnNext((article) -> log.atInfo().addKeyValue("article", id).log("published as scheduled"))
			.onErrorResume(StateConflict.class, (conflict) -> giveUp(id, conflict));
	}

	private Mono<Article> giveUp(UUID id, StateConflict conflict) {
		String reason = String.valueOf(conflict.getBody().getDetail());
		return this.review.giveUp(id, reason)
			.doOnNext((article) -> log.atWarn()
				.addKeyValue("article", id)
				.addKeyValue("reason", reason)
				.log("could not be published as scheduled, is a draft again"));
	}

	private static Mono<Article> notNow(UUID id, Throwable failure) {
		log.atWarn()
			.addKeyValue("article", id)
			.addKeyValue("cause", failure.toString())
			.log("cannot be published as scheduled yet");
		return Mono.empty();
	}

}
