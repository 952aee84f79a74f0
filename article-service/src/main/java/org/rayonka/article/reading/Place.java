package org.rayonka.article.reading;

import java.time.Instant;
import java.util.UUID;

import org.rayonka.article.paging.Cursor;
import org.rayonka.article.paging.Micros;

/**
 * Where an article stands in a list.
 */
sealed interface Place {

	/**
	 * The place as callers carry it.
	 */
	Cursor cursor();

	/**
	 * By date, then by id: new articles come before it, so that a walk neither misses nor
	 * repeats what was there when it began.
	 */
	record ByDate(Instant publishedAt, UUID id) implements Place {

		private static final String KIND = "newest";

		static ByDate read(String cursor) {
			return Cursor.read(cursor, KIND,
					(keys) -> new ByDate(Micros.toInstant(keys.get(0)), UUID.fromString(keys.get(1))));
		}

		@Override
		public Cursor cursor() {
			return Cursor.of(KIND, Micros.of(this.publishedAt), this.id);
		}

	}

	/**
	 * By how well it fits a search, then by id.
	 */
	record ByRank(float rank, UUID id) implements Place {

		private static final String KIND = "best";

		static ByRank read(String cursor) {
			return Cursor.read(cursor, KIND,
					(keys) -> new ByRank(Float.parseFloat(keys.get(0)), UUID.fromString(keys.get(1))));
		}

		@Override
		public Cursor cursor() {
			return Cursor.of(KIND, this.rank, this.id);
		}

	}

}
