package org.rayonka.article.reading;

import java.time.Instant;
import java.util.UUID;

import org.rayonka.article.paging.Cursor;
import org.rayonka.article.paging.Micros;

/**
 * Where an article stands in a list: by date, then by id. New articles come before it, so
 * that a walk neither misses nor repeats what was there when it began.
 */
record Place(Instant publishedAt, UUID id) {

	private static final String KIND = "newest";

	static Place read(String cursor) {
		return Cursor.read(cursor, KIND,
				(keys) -> new Place(Micros.toInstant(keys.get(0)), UUID.fromString(keys.get(1))));
	}

	static Place of(PublicArticle article) {
		return new Place(article.publishedAt(), article.id());
	}

	Cursor cursor() {
		return Cursor.of(KIND, Micros.of(this.publishedAt), this.id);
	}

}
