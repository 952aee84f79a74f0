package org.rayonka.comment.complaint;

import java.util.Locale;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/**
 * Whether complaints are decided.
 */
enum ComplaintState {

	/** Not yet. */
	OPEN("decision is null"),

	/** One way or the other. */
	DECIDED("decision is not null");

	private final String condition;

	ComplaintState(String condition) {
		this.condition = condition;
	}

	String condition() {
		return this.condition;
	}

	String list() {
		return "complaints" + name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads the query parameter.
	 */
	@Component
	static class OfText implements Converter<String, ComplaintState> {

		@Override
		public ComplaintState convert(String text) {
			return ComplaintState.valueOf(text.toUpperCase(Locale.ROOT));
		}

	}

}
