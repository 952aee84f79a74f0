package org.rayonka.engagement.projection;

import java.time.Duration;

import org.rayonka.engagement.counting.OwnedPartitions;
import org.rayonka.engagement.scoreboard.Ledger;
import org.rayonka.engagement.scoreboard.Progress;
import org.rayonka.engagement.scoreboard.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/**
 * Tells the scoreboard what is pending, as soon as it is committed here and at least once
 * a second. After any failure it goes on where it was, since what is pending says so
 * itself; when the scoreboard has lost some of it, all is pending again.
 */
@Component
class ProjectionLifecycle implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ProjectionLifecycle.class);

	private static final Duration PERIOD = Duration.ofSeconds(1);

	private static final Duration COALESCE = Duration.ofMillis(50);

	private final Standings standings;

	private final Ledger ledger;

	private final OwnedPartitions owned;

	private final Waker waker;

	private Disposable work = Disposables.disposed();

	ProjectionLifecycle(Standings standings, Ledger ledger, OwnedPartitions owned, Waker waker) {
		this.standings = standings;
		this.ledger = ledger;
		this.owned = owned;
		this.waker = waker;
	}

	@Override
	public void start() {
		Flux<Boolean> ticks = Flux.interval(PERIOD).map((tick) -> true);
		Disposable projecting = Flux.merge(ticks, this.waker.calls().sample(COALESCE))
			.onBackpressureLatest()
			.concatMap((call) -> Flux.fromIterable(this.owned.all()).flatMap(this::project, 2), 1)
			.subscribe();
		Disposable checking = Flux.interval(PERIOD)
			.onBackpressureDrop()
			.concatMap((tick) -> Flux.fromIterable(this.owned.all()).concatMap(this::check), 1)
			.subscribe();
		this.work = Disposables.composite(projecting, checking);
	}

	private Mono<Void> check(int partition) {
		return this.standings.told(partition)
			.flatMap((known) -> this.ledger.progress(partition)
				.map(Progress::told)
				.filter((told) -> !told.includes(known))
				.flatMap((told) -> this.standings.pendAgain(partition, told)))
			.onErrorResume((failure) -> putOff(partition, failure));
	}

	private Mono<Void> project(int partition) {
		return this.standings.pending(partition)
			.flatMap((pending) -> pending.isEmpty() ? Mono.just(0) : tell(partition, pending))
			.repeat()
			.takeUntil((told) -> told < Standings.PAGE)
			.then()
			.onErrorResume((failure) -> putOff(partition, failure));
	}

	private Mono<Integer> tell(int partition, List<Standing> pending) {
		return this.standings.told(partition)
			.flatMap((known) -> this.ledger.project(partition, known, pending))
			.delayUntil((told) -> this.standings.done(partition, told, pending))
			.map((told) -> pending.size())
			.defaultIfEmpty(0);
	}

	private static Mono<Void> putOff(int partition, Throwable failure) {
		log.atDebug()
			.addKeyValue("partition", partition)
			.addKeyValue("cause", failure.toString())
			.log("projection put off");
		return Mono.empty();
	}

	@Override
	public void stop() {
		this.work.dispose();
	}

	@Override
	public boolean isRunning() {
		return !this.work.isDisposed();
	}

}
