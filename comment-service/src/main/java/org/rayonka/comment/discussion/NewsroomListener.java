package org.rayonka.comment.discussion;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.rayonka.events.ArticleEvent;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.CountsChanged;
import org.rayonka.events.EditionChanged;
import org.rayonka.events.EventJson;
import org.rayonka.events.OpeningRecorded;
import org.rayonka.events.Topics;
import org.rayonka.events.UnknownEvent;
import org.rayonka.events.ViewRecorded;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/**
 * Learns from article-service what may be discussed and how. Blocks on the consumer's
 * thread, so that offsets are committed in order.
 */
@Component
class NewsroomListener {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Discussions discussions;

	private final Editions editions;

	private final Counter skipped;

	NewsroomListener(Discussions discussions, Editions editions, MeterRegistry metrics) {
		this.editions = editions;
		this.discussions = discussions;
		this.skipped = Counter.builder("rayonka.comment.events.skipped")
			.description("Events of a type that this release does not know")
			.register(metrics);
	}

	@KafkaListener(id = "articles", idIsGroup = false, topics = { Topics.ARTICLES, Topics.EDITIONS })
	void on(List<ConsumerRecord<String, byte[]>> records) {
		for (ConsumerRecord<String, byte[]> record : records) {
			try {
				apply(record.value());
			}
			catch (RuntimeException ex) {
				throw new BatchListenerFailedException("Not applied", ex, record);
			}
		}
	}

	private void apply(byte[] json) {
		switch (EventJson.read(json)) {
			case ArticleEvent event -> this.discussions.apply(event).block(PATIENCE);
			case EditionChanged event -> this.editions.apply(event).block(PATIENCE);
			case UnknownEvent _, ViewRecorded _, OpeningRecorded _, CountsChanged _, CommentEvent _ ->
				this.skipped.increment();
		}
	}

}
