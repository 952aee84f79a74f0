package org.rayonka.article.writing;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where an article stands in its life.
 */
enum Status {

	/** Only the newsroom sees it. */
	DRAFT,

	/** Its writer thinks that it is done, an editor has to read it. */
	IN_REVIEW,

	/** It becomes public by itself at its time. */
	SCHEDULED,

	/** Everybody sees it. */
	PUBLISHED,

	/** It had been public. */
	WITHDRAWN;

	static Status of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	@Override
	@JsonValue
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
