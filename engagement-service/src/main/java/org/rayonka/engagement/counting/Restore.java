package org.rayonka.engagement.counting;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.rayonka.engagement.counting.Snapshots.Saved;
import org.rayonka.engagement.scoreboard.Ledger;
import org.rayonka.engagement.scoreboard.Progress;
import org.rayonka.engagement.scoreboard.Rebuild;
import org.rayonka.engagement.scoreboard.Rebuild.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Brings numbers and lists back into a Redis that has been emptied, or whose numbers a
 * recount has replaced: the latest snapshot first; what the log has after it is then
 * counted as usual.
 */
@Component
class Restore {

	private static final Logger log = LoggerFactory.getLogger(Restore.class);

	private final Snapshots snapshots;

	private final Rebuild rebuild;

	private final Ledger ledger;

	private final CountingMetrics metrics;

	private final Clock clock;

	private final Map<Integer, Mono<Long>> running = new ConcurrentHashMap<>();

	Restore(Snapshots snapshots, Rebuild rebuild, Ledger ledger, CountingMetrics metrics, Clock clock) {
		this.snapshots = snapshots;
		this.rebuild = rebuild;
		this.ledger = ledger;
		this.metrics = metrics;
		this.clock = clock;
	}

	/**
	 * Restores a partition. Whoever asks while it is being done waits for the same.
	 * @param partition of the topic of views
	 * @return the offset to go on from
	 */
	Mono<Long> restore(int partition) {
		return this.running.computeIfAbsent(partition,
				(key) -> Mono.defer(() -> fromSnapshot(partition))
					.doFinally((signal) -> this.running.remove(partition))
					.cache());
	}

	/**
	 * Goes on where the log really is when it has lost records: what was counted stays
	 * counted.
	 */
	Mono<Void> adopt(int partition, long believed, long actual) {
		log.atError()
			.addKeyValue("partition", partition)
			.addKeyValue("believed", believed)
			.addKeyValue("actual", actual)
			.log("the log of views has lost records");
		return this.snapshots.adopt(partition, actual).then(this.ledger.adopt(partition, believed, actual));
	}

	private Mono<Long> fromSnapshot(int partition) {
		return this.snapshots.latest(partition)
			.defaultIfEmpty(Saved.NOTHING)
			.map((saved) -> target(partition, saved))
			.delayUntil((target) -> this.rebuild.articles(target, this.snapshots.articles(partition)))
			.delayUntil((target) -> this.rebuild.hours(target, this.snapshots.hours(partition)))
			.delayUntil((target) -> this.rebuild.remembered(target, this.snapshots.remembered(partition)))
			.flatMap(this::open);
	}

	private Mono<Long> open(Target target) {
		return this.rebuild.open(target)
			.doOnNext((opened) -> tell(target, opened))
			.then(this.ledger.progress(target.partition()).map(Progress::nextOffset));
	}

	private Target target(int partition, Saved saved) {
		return new Target(partition, Long.toString(System.nanoTime(), Character.MAX_RADIX), saved.nextOffset(),
				saved.clock(), saved.generation(), this.clock.instant());
	}

	private void tell(Target target, boolean opened) {
		this.metrics.restored();
		log.atInfo()
			.addKeyValue("partition", target.partition())
			.addKeyValue("offset", target.nextOffset())
			.addKeyValue("opened", opened)
			.log("restored numbers from the snapshot");
	}

}
