package org.rayonka.comment.discussion;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates missing topics as soon as Kafka answers, in the background: the service starts
 * without it.
 */
class TopicCreation implements SmartLifecycle {

	private final KafkaAdmin admin;

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	TopicCreation(KafkaAdmin admin) {
		this.admin = admin;
	}

	@Override
	public void start() {
		CountDownLatch stop = new CountDownLatch(1);
		this.stopped = stop;
		Thread.ofVirtual().name("topic-creation").start(() -> create(stop));
	}

	@Override
	public void stop() {
		this.stopped.countDown();
	}

	@Override
	public boolean isRunning() {
		return this.stopped.getCount() > 0;
	}

	private void create(CountDownLatch stop) {
		try {
			while (stop.getCount() > 0 && !this.admin.initialize()) {
				stop.await(2, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
