package org.rayonka.comment.moderation;

import java.util.Locale;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/**
 * In which order comments wait, with the condition by which a page goes on behind the
 * last one of the page before.
 */
enum QueueSort {

	/** As they were said. */
	OLDEST("(created_at, id) > (:at, :id)", "created_at, id"),

	/** Those first that readers report most, then as they were said. */
	WEIGHT("(report_weight < :weight or (report_weight = :weight and (created_at, id) > (:at, :id)))",
			"report_weight desc, created_at, id");

	private final String after;

	private final String order;

	QueueSort(String after, String order) {
		this.after = after;
		this.order = order;
	}

	String after() {
		return this.after;
	}

	String order() {
		return this.order;
	}

	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads the query parameter.
	 */
	@Component
	static class OfText implements Converter<String, QueueSort> {

		@Override
		public QueueSort convert(String text) {
			return QueueSort.valueOf(text.toUpperCase(Locale.ROOT));
		}

	}

}
