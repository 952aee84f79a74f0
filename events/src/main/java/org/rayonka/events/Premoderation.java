package org.rayonka.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whose comments a moderator of the edition sees before everybody does.
 */
public enum Premoderation {

	/** Nobody's: all comments appear at once. */
	@JsonProperty("nobody")
	NOBODY,

	/** Those of writers who have not signed in; so it is where nothing else was said. */
	@JsonProperty("guests")
	GUESTS,

	/** Everybody's. */
	@JsonProperty("everybody")
	EVERYBODY;

}
