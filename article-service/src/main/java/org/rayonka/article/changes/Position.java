package org.rayonka.article.changes;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.paging.Cursor;

/**
 * A place in the log: after the entry with this number.
 *
 * @param value the number, 0 before the first
 */
record Position(long value) {

	static final Position START = new Position(0);

	private static final String KIND = "changes";

	/**
	 * Reads what a caller sent back.
	 * @param cursor the cursor, null or empty for the beginning of the log
	 * @return the place
	 * @throws InvalidRequest when it is no cursor of the log
	 */
	static Position read(@Nullable String cursor) {
		if (cursor == null || cursor.isEmpty()) {
			return START;
		}
		return Cursor.read(cursor, KIND, (keys) -> new Position(Long.parseLong(keys.get(0))));
	}

	String cursor() {
		return Cursor.of(KIND, this.value).text();
	}

}
