package org.rayonka.article.counts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.rayonka.events.ArticleEvent;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.CountsChanged;
import org.rayonka.events.EditionChanged;
import org.rayonka.events.Event;
import org.rayonka.events.EventJson;
import org.rayonka.events.OpeningRecorded;
import org.rayonka.events.Topics;
import org.rayonka.events.UnknownEvent;
import org.rayonka.events.UnreadableEventException;
import org.rayonka.events.ViewRecorded;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/**
 * Hears how often articles are viewed, liked and commented. It blocks the consumer's
 * thread until a batch is kept, so that its offsets are committed after that.
 */
@Component
class CountsListener {

	/** It is started when its topics are there. */
	static final String ID = "article-counts";

	private static final Duration DEADLINE = Duration.ofSeconds(20);

	private final ArticleCounts counts;

	private final MeterRegistry meters;

	CountsListener(ArticleCounts counts, MeterRegistry meters) {
		this.counts = counts;
		this.meters = meters;
	}

	@KafkaListener(id = ID, idIsGroup = false, topics = { Topics.ENGAGEMENT, Topics.COMMENTS }, batch = "true",
			autoStartup = "false")
	void hear(List<ConsumerRecord<String, byte[]>> records) {
		Newest newest = new Newest(new HashMap<>(), new HashMap<>());
		for (int i = 0; i < records.size(); i++) {
			try {
				note(EventJson.read(records.get(i).value()), newest);
			}
			catch (UnreadableEventException ex) {
				keep(newest);
				throw new BatchListenerFailedException("Unreadable", ex, i);
			}
		}
		keep(newest);
	}

	private void note(Event event, Newest newest) {
		switch (event) {
			case CountsChanged told -> newest.engagement.merge(told.article(), told, later(CountsChanged::revision));
			case CommentEvent told -> newest.comments.merge(told.article(), told, later(CommentEvent::revision));
			case ArticleEvent _, ViewRecorded _, OpeningRecorded _, EditionChanged _, UnknownEvent _ ->
				this.meters.counter("rayonka.article.events.unknown").increment();
		}
	}

	private void keep(Newest newest) {
		this.counts.putEngagement(newest.engagement.values())
			.then(this.counts.putComments(newest.comments.values()))
			.block(DEADLINE);
	}

	private static <E extends Event> BiFunction<E, E, E> later(ToLongFunction<E> revision) {
		return (one, other) -> (revision.applyAsLong(one) > revision.applyAsLong(other)) ? one : other;
	}

	/**
	 * The newest of each article in a batch.
	 */
	private record Newest(Map<UUID, CountsChanged> engagement, Map<UUID, CommentEvent> comments) {
	}

}
