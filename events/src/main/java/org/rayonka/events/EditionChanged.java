package org.rayonka.events;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * An edition was created or its settings were written, told by article-service. Absolute:
 * the topic keeps the last one of each edition.
 *
 * @param edition its slug, which is also the event's key
 * @param revision grows with every change of the edition
 * @param at when it was written
 * @param premoderation whose comments wait for a moderator
 */
@JsonTypeName("edition.changed")
public record EditionChanged(String edition, long revision, Instant at, Premoderation premoderation) implements Event {

	public EditionChanged {
		Objects.requireNonNull(edition, "No edition");
		Objects.requireNonNull(premoderation, "No premoderation");
	}

	@Override
	@JsonIgnore
	public String key() {
		return this.edition;
	}

}
