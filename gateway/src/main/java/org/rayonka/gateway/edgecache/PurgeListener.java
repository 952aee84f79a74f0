package org.rayonka.gateway.edgecache;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.rayonka.tags.CacheTags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Hears what services purge. Every gateway hears all of it, from its start on, since its
 * memory is empty then.
 */
@Component
class PurgeListener implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(PurgeListener.class);

	private static final List<TopicPartition> PURGES = List.of(new TopicPartition(CacheTags.PURGES, 0));

	private static final Duration TURN = Duration.ofMillis(500);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final ConsumerFactory<?, ?> kafka;

	private final EdgeCache cache;

	private final Purges purges;

	private volatile @Nullable Consumer<?, ?> consumer;

	private volatile boolean running;

	PurgeListener(ConsumerFactory<?, ?> kafka, EdgeCache cache, Purges purges) {
		this.kafka = kafka;
		this.cache = cache;
		this.purges = purges;
	}

	@Override
	public void start() {
		this.running = true;
		Thread.ofPlatform().daemon().name("purges").start(this::listen);
	}

	@Override
	public void stop() {
		this.running = false;
		Consumer<?, ?> listening = this.consumer;
		if (listening != null) {
			listening.wakeup();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void listen() {
		while (this.running) {
			try (Consumer<?, ?> listening = this.kafka.createConsumer(null, "purges", null, settings())) {
				this.consumer = listening;
				listening.assign(PURGES);
				listening.seekToEnd(PURGES);
				listening.position(PURGES.getFirst(), PATIENCE);
				// what was purged until now may have been missed
				this.cache.clear();
				listen(listening);
			}
			catch (WakeupException ex) {
				// stopped
			}
			catch (KafkaException ex) {
				log.atWarn().addKeyValue("cause", ex.toString()).log("cannot hear what is purged, trying again");
				pause();
			}
		}
	}

	private void listen(Consumer<?, ?> listening) {
		while (this.running) {
			long begun = System.nanoTime();
			OptionalLong end = end(listening);
			listening.poll(TURN).forEach(this::purge);
			if (end.isPresent() && listening.position(PURGES.getFirst(), PATIENCE) >= end.getAsLong()) {
				this.purges.heardUntil(begun);
			}
		}
	}

	/**
	 * Asked of Kafka itself, since a poll finds nothing also when Kafka is away; empty
	 * then.
	 */
	private static OptionalLong end(Consumer<?, ?> listening) {
		try {
			return OptionalLong
				.of(Objects.requireNonNull(listening.endOffsets(PURGES, PATIENCE).get(PURGES.getFirst())));
		}
		catch (org.apache.kafka.common.errors.TimeoutException ex) {
			return OptionalLong.empty();
		}
	}

	private void purge(ConsumerRecord<?, ?> purge) {
		if (purge.value() instanceof String tags) {
			this.cache.purge(CacheTags.read(tags));
		}
	}

	private void pause() {
		try {
			Thread.sleep(TURN);
		}
		catch (InterruptedException ex) {
			this.running = false;
		}
	}

	private static Properties settings() {
		Properties settings = new Properties();
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
		return settings;
	}

}
