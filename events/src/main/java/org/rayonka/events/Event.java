package org.rayonka.events;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Something that happened, told once and for good: additive evolution only, the golden
 * files of this module hold each form that was ever sent.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", visible = true, defaultImpl = UnknownEvent.class)
public sealed interface Event permits AboutArticle, EditionChanged, UnknownEvent {

	/**
	 * When it happened, by the clock of the service that tells it.
	 * @return the event time
	 */
	Instant at();

	/**
	 * The key of the event's Kafka record: events about the same thing keep their order.
	 * @return the id of what the event is about
	 */
	@JsonIgnore
	String key();

}
