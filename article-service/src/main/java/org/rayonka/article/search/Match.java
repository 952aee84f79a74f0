package org.rayonka.article.search;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;

/**
 * An article that a search found, before it is read.
 *
 * @param moment where it stands in the order of publishing
 * @param rank how well it fits
 * @param block what it was ranked among
 */
record Match(Moment moment, float rank, Block block) {

	/**
	 * What was ranked together.
	 *
	 * @param newest of them
	 * @param oldest of them
	 * @param more whether there are older matches
	 */
	record Block(Moment newest, Moment oldest, boolean more) {
	}

	static Match of(Readable row) {
		Block block = new Block(moment(row, "newest_at", "newest_id"), moment(row, "oldest_at", "oldest_id"),
				value(row, "more", Boolean.class));
		return new Match(moment(row, "published_at", "article_id"), value(row, "rank", Float.class), block);
	}

	private static Moment moment(Readable row, String at, String id) {
		return new Moment(value(row, at, Instant.class), value(row, id, UUID.class));
	}

	private static <T> T value(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}
