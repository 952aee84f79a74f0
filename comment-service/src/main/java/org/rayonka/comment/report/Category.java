package org.rayonka.comment.report;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * What a reader takes a comment for.
 */
enum Category {

	/** It advertises. */
	SPAM,

	/** It hurts somebody. */
	ABUSE,

	/** It is about something else. */
	OFFTOPIC,

	/** The reason says. */
	OTHER;

	@JsonCreator
	static Category of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
