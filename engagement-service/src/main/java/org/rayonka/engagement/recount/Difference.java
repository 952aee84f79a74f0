package org.rayonka.engagement.recount;

import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;

/**
 * Something held that is not what it should be.
 *
 * @param article whose number it is
 * @param where Redis or PostgreSQL
 * @param what is counted, with the hour if it is of one
 * @param expected by the log, or by the rows that are counted
 * @param found in its place
 */
record Difference(UUID article, String where, String what, String expected, String found) {

	static final String REDIS = "Redis";

	static final String POSTGRESQL = "PostgreSQL";

	/** Of a row with article_id, what, expected, found. */
	static Difference ofRow(Readable row) {
		return new Difference(Objects.requireNonNull(row.get("article_id", UUID.class)), POSTGRESQL, text(row, "what"),
				text(row, "expected"), text(row, "found"));
	}

	private static String text(Readable row, String column) {
		return String.valueOf(row.get(column));
	}

}
