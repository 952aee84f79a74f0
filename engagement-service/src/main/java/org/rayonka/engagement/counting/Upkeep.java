package org.rayonka.engagement.counting;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.rayonka.engagement.EngagementProperties;
import org.rayonka.engagement.scoreboard.Ledger;
import org.rayonka.engagement.scoreboard.Progress;
import org.rayonka.engagement.scoreboard.Snapshot;
import org.rayonka.engagement.scoreboard.Window;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a partition needs beside counting: its windows roll with the time of day, its
 * numbers go to PostgreSQL, and a Redis that lost them or went back to older ones is
 * noticed even when nothing comes in.
 */
@Component
class Upkeep {

	private final Ledger ledger;

	private final Snapshots snapshots;

	private final Restore restore;

	private final OwnedPartitions owned;

	private final CountingMetrics metrics;

	private final Duration window;

	private final Clock clock;

	private final Map<Integer, Long> saved = new ConcurrentHashMap<>();

	Upkeep(Ledger ledger, Snapshots snapshots, Restore restore, OwnedPartitions owned, CountingMetrics metrics,
			EngagementProperties properties, Clock clock) {
		this.ledger = ledger;
		this.snapshots = snapshots;
		this.restore = restore;
		this.owned = owned;
		this.metrics = metrics;
		this.window = properties.views().window();
		this.clock = clock;
	}

	/** Does all of it once. */
	Mono<Void> keepUp(int partition) {
		long position = this.owned.position(partition);
		return this.ledger.progress(partition)
			.switchIfEmpty(Mono.defer(() -> restored(partition)))
			.doOnNext((progress) -> readAgain(partition, position, progress))
			.delayUntil((progress) -> roll(partition, progress))
			.flatMap((progress) -> save(partition, progress));
	}

	private Mono<Progress> restored(int partition) {
		return this.restore.restore(partition).then(this.ledger.progress(partition));
	}

	private void readAgain(int partition, long position, Progress progress) {
		if (progress.nextOffset() < position) {
			this.owned.sendBack(partition, progress.nextOffset());
		}
	}

	private Mono<Void> roll(int partition, Progress progress) {
		return Flux.fromIterable(Window.ROLLING)
			.concatMap((window) -> roll(partition, window, progress.lows().getOrDefault(window, 0L)))
			.then();
	}

	private Mono<Void> roll(int partition, Window window, long low) {
		int hours = (int) Math.max(0, window.low(this.clock.instant()) - low);
		return Flux.range(0, hours).concatMap((hour) -> this.ledger.roll(partition, window, low + hour)).then();
	}

	private Mono<Void> save(int partition, Progress progress) {
		if (this.saved.getOrDefault(partition, -1L) == progress.nextOffset()) {
			this.metrics.snapshot(partition);
			return Mono.empty();
		}
		return this.ledger.take(partition).flatMap(this::write);
	}

	private Mono<Void> write(Snapshot snapshot) {
		return this.snapshots.write(snapshot, this.window)
			.filter(Boolean::booleanValue)
			.flatMap((written) -> this.ledger.confirm(snapshot).thenReturn(written))
			.doOnNext((written) -> {
				this.saved.put(snapshot.partition(), snapshot.nextOffset());
				this.metrics.snapshot(snapshot.partition());
			})
			.then();
	}

}
