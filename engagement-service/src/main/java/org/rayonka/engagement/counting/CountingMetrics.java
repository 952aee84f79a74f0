package org.rayonka.engagement.counting;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.scoreboard.CountOutcome;
import org.springframework.stereotype.Component;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/**
 * What operators see of the counting.
 */
@Component
class CountingMetrics {

	private static final String PREFIX = "rayonka.engagement.";

	private final MeterRegistry meters;

	private final Clock clock;

	private final DistributionSummary batchSize;

	private final Timer batchTime;

	private final Counter restores;

	private final Map<Integer, AtomicLong> lags = new ConcurrentHashMap<>();

	private final Map<Integer, AtomicLong> snapshots = new ConcurrentHashMap<>();

	CountingMetrics(MeterRegistry meters, Clock clock) {
		this.meters = meters;
		this.clock = clock;
		this.batchSize = meters.summary(PREFIX + "views.batch.size");
		this.batchTime = meters.timer(PREFIX + "views.batch.time");
		this.restores = meters.counter(PREFIX + "restores");
	}

	<T> @Nullable T timed(int views, Supplier<@Nullable T> batch) {
		this.batchSize.record(views);
		return this.batchTime.record(batch);
	}

	/** Something waits to be counted; its lag grows until it is. */
	void waiting(int partition, long recordedAt) {
		this.lags.computeIfAbsent(partition, this::lagGauge).set(recordedAt);
	}

	void counted(int partition, CountOutcome.Counted counted, boolean all) {
		increment("counted", counted.counted());
		increment("repeated", counted.repeated());
		increment("crawler", counted.crawler());
		increment("automated", counted.automated());
		increment("prefetch", counted.prefetch());
		if (all) {
			waiting(partition, 0);
		}
	}

	void snapshot(int partition) {
		this.snapshots.computeIfAbsent(partition, this::snapshotGauge).set(this.clock.millis());
	}

	void restored() {
		this.restores.increment();
	}

	private void increment(String verdict, long views) {
		this.meters.counter(PREFIX + "views.counted", "verdict", verdict).increment((double) views);
	}

	private AtomicLong lagGauge(int partition) {
		AtomicLong lag = new AtomicLong();
		TimeGauge.builder(PREFIX + "views.lag", lag, MILLISECONDS, this::since)
			.tags(tag(partition))
			.register(this.meters);
		return lag;
	}

	private AtomicLong snapshotGauge(int partition) {
		AtomicLong taken = new AtomicLong();
		TimeGauge.builder(PREFIX + "snapshot.age", taken, MILLISECONDS, this::since)
			.tags(tag(partition))
			.register(this.meters);
		return taken;
	}

	private double since(AtomicLong moment) {
		return (moment.get() == 0) ? 0 : Math.max(0, this.clock.millis() - moment.get());
	}

	private static Tags tag(int partition) {
		return Tags.of("partition", Integer.toString(partition));
	}

}
