package org.rayonka.comment.thread;

import java.util.Locale;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/**
 * In which order the threads of a discussion stand, with the condition by which a page
 * goes on behind the last one of the page before.
 */
enum Sort {

	/** The latest first. */
	NEWEST("(created_at, id) < (:at, :id)", "created_at desc, id desc"),

	/** As they were said. */
	OLDEST("(created_at, id) > (:at, :id)", "created_at, id"),

	/** The best rated first, those rated alike as they were said. */
	BEST("(score < :score or (score = :score and (created_at, id) > (:at, :id)))", "score desc, created_at, id");

	private final String after;

	private final String order;

	Sort(String after, String order) {
		this.after = after;
		this.order = order;
	}

	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	String after() {
		return this.after;
	}

	String order() {
		return this.order;
	}

	/**
	 * Reads the query parameter.
	 */
	@Component
	static class OfText implements Converter<String, Sort> {

		@Override
		public Sort convert(String text) {
			return Sort.valueOf(text.toUpperCase(Locale.ROOT));
		}

	}

}
