package org.rayonka.article.counts;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Creates the topics, with patience when Kafka is away, and only then starts to listen: a
 * broker that created them by itself would give them another number of partitions. The
 * service does not wait for it.
 */
@Component
class TopicsFirst implements SmartLifecycle {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private final KafkaAdmin admin;

	private final KafkaListenerEndpointRegistry listeners;

	private volatile @Nullable Thread worker;

	TopicsFirst(KafkaAdmin admin, KafkaListenerEndpointRegistry listeners) {
		this.admin = admin;
		this.listeners = listeners;
	}

	@Override
	public void start() {
		this.worker = Thread.ofVirtual().name("topics").start(this::createAndListen);
	}

	private void createAndListen() {
		try {
			while (!this.admin.initialize()) {
				Thread.sleep(PAUSE);
			}
			if (isRunning()) {
				Objects.requireNonNull(this.listeners.getListenerContainer(CountsListener.ID)).start();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		Thread running = this.worker;
		this.worker = null;
		if (running != null) {
			running.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.worker != null;
	}

}
