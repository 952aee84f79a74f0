package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Something that happened to an article, told once and for good: additive evolution only,
 * the golden files of this module hold each form that was ever sent.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", visible = true, defaultImpl = UnknownEvent.class)
public sealed interface Event
		permits ArticleEvent, ViewRecorded, OpeningRecorded, CountsChanged, CommentEvent, UnknownEvent {

	/**
	 * The article that the event is about, which is also the key of its Kafka record: all
	 * events of one article share a partition and so their order.
	 * @return the article's id
	 */
	UUID article();

	/**
	 * When it happened, by the clock of the service that tells it.
	 * @return the event time
	 */
	Instant at();

	/**
	 * The key of the event's Kafka record.
	 * @return the article's id as text
	 */
	@JsonIgnore
	default String key() {
		return article().toString();
	}

}
