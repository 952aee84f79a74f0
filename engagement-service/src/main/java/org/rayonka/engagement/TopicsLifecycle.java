package org.rayonka.engagement;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Declares the topics as soon as Kafka answers, without making the start wait for it.
 */
@Component
class TopicsLifecycle implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(TopicsLifecycle.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final KafkaAdmin kafka;

	private Disposable work = Disposables.disposed();

	TopicsLifecycle(KafkaAdmin kafka) {
		this.kafka = kafka;
	}

	@Override
	public void start() {
		this.work = Mono.fromCallable(this.kafka::initialize)
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("Kafka is away")))
			.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
			.subscribeOn(Schedulers.boundedElastic())
			.subscribe((done) -> log.info("topics declared"));
	}

	@Override
	public void stop() {
		this.work.dispose();
	}

	@Override
	public boolean isRunning() {
		return !this.work.isDisposed();
	}

	@Override
	public int getPhase() {
		return 0;
	}

}
