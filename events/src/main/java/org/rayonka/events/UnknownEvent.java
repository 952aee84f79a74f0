package org.rayonka.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * An event of a type that this release does not know: to be counted and skipped. Written
 * again, it is what was read.
 *
 * @param article the article it is about, null when it is about something else
 * @param at when it happened
 * @param fields everything else, the type among it
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record UnknownEvent(@Nullable UUID article, Instant at,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> fields) implements Event {

	/**
	 * The name by which its sender knows it.
	 * @return the type
	 */
	public String type() {
		return String.valueOf(fields.get("type"));
	}

	/**
	 * The article, else whatever the type is about.
	 * @return a key, the type itself when nothing else is known
	 */
	@Override
	@JsonIgnore
	public String key() {
		return (article != null) ? article.toString() : String.valueOf(fields.getOrDefault("edition", type()));
	}

}
