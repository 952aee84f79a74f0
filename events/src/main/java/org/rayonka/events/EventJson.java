package org.rayonka.events;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of events, the same in every service: times as RFC 3339 in UTC, a
 * {@code type} in front, absent rather than null. Unknown fields are passed over.
 */
public final class EventJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private EventJson() {
	}

	/**
	 * Writes an event.
	 * @param event what happened
	 * @return UTF-8 JSON
	 */
	public static byte[] write(Event event) {
		return JSON.writerFor(Event.class).writeValueAsBytes(event);
	}

	/**
	 * Reads an event.
	 * @param json UTF-8 JSON
	 * @return the event, {@link UnknownEvent} when its type is not known here
	 * @throws UnreadableEventException when this is no event at all
	 */
	public static Event read(byte[] json) {
		try {
			Event event = JSON.readerFor(Event.class).readValue(json);
			Objects.requireNonNull(event, "Empty");
			Objects.requireNonNull(event.key(), "About nothing");
			Objects.requireNonNull(event.at(), "No time");
			return event;
		}
		catch (NullPointerException ex) {
			throw new UnreadableEventException("Not an event: " + ex.getMessage(), ex);
		}
		catch (JacksonException ex) {
			throw new UnreadableEventException("Not an event: " + ex.getOriginalMessage(), ex);
		}
	}

}
