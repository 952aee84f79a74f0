package org.rayonka.engagement.recount;

import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.engagement.EngagementProperties;
import org.rayonka.events.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * From time to time, for each partition: {@link Drift}. Many processes may look at the
 * same, since looking changes nothing.
 */
@Component
class DriftLifecycle implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DriftLifecycle.class);

	private final Drift drift;

	private final Duration period;

	private Disposable work = Disposables.disposed();

	DriftLifecycle(Drift drift, EngagementProperties properties, MeterRegistry meters) {
		this.drift = drift;
		this.period = properties.views().driftPeriod();
		Gauge.builder("rayonka.engagement.drift", drift, Drift::differing).register(meters);
	}

	@Override
	public void start() {
		this.work = Flux.interval(this.period)
			.onBackpressureDrop()
			.concatMap((tick) -> Flux.range(0, Topics.PARTITIONS).concatMap(this::look), 1)
			.subscribe();
	}

	private Mono<Void> look(int partition) {
		return this.drift.look(partition).onErrorResume((failure) -> {
			log.atDebug()
				.addKeyValue("partition", partition)
				.addKeyValue("cause", failure.toString())
				.log("drift not looked at");
			return Mono.empty();
		});
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
