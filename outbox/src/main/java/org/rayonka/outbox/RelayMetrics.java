package org.rayonka.outbox;

import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import static java.util.concurrent.TimeUnit.SECONDS;

/**
 * What the relay tells of itself. Only the leader knows what waits; the others show NaN.
 */
final class RelayMetrics implements MeterBinder {

	private final LongAdder sent = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private volatile boolean leads;

	private volatile OutboxSample sample = OutboxSample.UNKNOWN;

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("rayonka.outbox.pending", this, (metrics) -> metrics.sample.pending())
			.description("Messages committed and not yet acknowledged by Kafka")
			.register(registry);
		TimeGauge.builder("rayonka.outbox.oldest.age", this, SECONDS, (metrics) -> metrics.sample.oldestAge())
			.description("How long the oldest of them has been waiting")
			.register(registry);
		Gauge.builder("rayonka.outbox.leader", this, (metrics) -> metrics.leads ? 1 : 0)
			.description("Whether this process relays")
			.register(registry);
		FunctionCounter.builder("rayonka.outbox.sent", this.sent, LongAdder::sum)
			.description("Messages acknowledged by Kafka")
			.register(registry);
		FunctionCounter.builder("rayonka.outbox.failed", this.failed, LongAdder::sum)
			.description("Messages that Kafka refused for good, set aside in outbox_failed")
			.register(registry);
	}

	void leading(boolean leads) {
		this.leads = leads;
		this.sample = OutboxSample.UNKNOWN;
	}

	boolean leading() {
		return this.leads;
	}

	void sampled(OutboxSample sample) {
		this.sample = sample;
	}

	OutboxSample sample() {
		return this.sample;
	}

	void sent(int messages) {
		this.sent.add(messages);
	}

	void failed(int messages) {
		this.failed.add(messages);
	}

}
