package org.rayonka.article.changes;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What happened to an article in public.
 */
public enum ChangeKind {

	/** It became public. */
	PUBLISHED,

	/** What was public changed. */
	CORRECTED,

	/** It was taken back. */
	WITHDRAWN;

	static ChangeKind of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	@Override
	@JsonValue
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
