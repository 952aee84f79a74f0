package org.rayonka.engagement.beacon;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.rayonka.engagement.EngagementProperties;
import org.rayonka.events.Event;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.rayonka.events.ViewRecorded;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Appends views to the log. Handing a record to Kafka's producer can block, so it happens
 * on a thread of its own with a bounded number of views waiting for it; never on an event
 * loop.
 */
@Component
public class ViewLog implements DisposableBean {

	private final ViewProducer producer;

	private final EngagementProperties.Views properties;

	private final Counter acknowledged;

	private final Counter refused;

	private final AtomicInteger waiting = new AtomicInteger();

	private final ExecutorService hand = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().name("view-log").daemon().factory());

	ViewLog(ViewProducer producer, EngagementProperties properties, MeterRegistry meters) {
		this.producer = producer;
		this.properties = properties.views();
		this.acknowledged = meters.counter("rayonka.engagement.views.acknowledged");
		this.refused = meters.counter("rayonka.engagement.views.refused");
	}

	/**
	 * Completes when Kafka has acknowledged the view; fails within a second otherwise.
	 */
	Mono<Void> append(ViewRecorded view) {
		return keep(view).doOnSuccess((kept) -> this.acknowledged.increment())
			.doOnError((failure) -> this.refused.increment())
			.onErrorMap((failure) -> new NotKept());
	}

	/**
	 * Appends what else numbers are made of.
	 * @param event of an article, into whose partition it goes
	 * @return completes when Kafka has acknowledged it; fails within a second otherwise,
	 * and then nobody knows whether Kafka has it
	 */
	public Mono<Void> keep(Event event) {
		return Mono.<Boolean>create((sink) -> handOver(event, sink)).timeout(this.properties.ackTimeout()).then();
	}

	private void handOver(Event event, MonoSink<Boolean> sink) {
		if (this.waiting.incrementAndGet() > this.properties.waiting()) {
			this.waiting.decrementAndGet();
			sink.error(new RejectedExecutionException("Too many views wait for Kafka"));
			return;
		}
		boolean[] gone = new boolean[1];
		sink.onDispose(() -> gone[0] = true);
		this.hand.execute(() -> {
			this.waiting.decrementAndGet();
			if (!gone[0]) {
				send(event, sink);
			}
		});
	}

	private void send(Event event, MonoSink<Boolean> sink) {
		try {
			ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.VIEWS, null, event.at().toEpochMilli(),
					event.key(), EventJson.write(event));
			this.producer.send(record, (metadata, failure) -> {
				if (failure != null) {
					sink.error(failure);
				}
				else {
					sink.success(true);
				}
			});
		}
		catch (RuntimeException ex) {
			sink.error(ex);
		}
	}

	@Override
	public void destroy() {
		this.hand.shutdown();
	}

}
