package org.rayonka.engagement.counting;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.rayonka.engagement.EngagementProperties;
import org.rayonka.engagement.scoreboard.Ledger;
import org.rayonka.engagement.scoreboard.Snapshot;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Brings numbers from Redis to PostgreSQL: taken, committed, and only then confirmed, so
 * that what fails in between is taken again.
 */
@Component
class Saving {

	private final Ledger ledger;

	private final Snapshots snapshots;

	private final CountingMetrics metrics;

	private final Duration window;

	private final Map<Integer, Long> saved = new ConcurrentHashMap<>();

	Saving(Ledger ledger, Snapshots snapshots, CountingMetrics metrics, EngagementProperties properties) {
		this.ledger = ledger;
		this.snapshots = snapshots;
		this.metrics = metrics;
		this.window = properties.views().window();
	}

	/** Saves a partition unless nothing was counted since the last time. */
	Mono<Void> save(int partition, long nextOffset) {
		if (this.saved.getOrDefault(partition, -1L) == nextOffset) {
			this.metrics.snapshot(partition);
			return Mono.empty();
		}
		return this.ledger.take(partition).flatMap(this::write);
	}

	private Mono<Void> write(Snapshot snapshot) {
		return this.snapshots.write(snapshot, this.window)
			.filter(Boolean::booleanValue)
			.delayUntil((written) -> this.ledger.confirm(snapshot))
			.doOnNext((written) -> {
				this.saved.put(snapshot.partition(), snapshot.nextOffset());
				this.metrics.snapshot(snapshot.partition());
			})
			.then();
	}

}
