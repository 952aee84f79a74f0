package org.rayonka.comment.thread;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a long list in pages, each when it is wanted, so that a slow reader holds neither
 * a connection nor more than a page.
 */
public final class Pages {

	/** How many rows a page has. */
	public static final int SIZE = 200;

	/** Before every id. */
	private static final UUID NONE = new UUID(0, 0);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private Pages() {
	}

	/**
	 * Reads all rows.
	 * @param page the first {@link #SIZE} rows whose ids follow the given one
	 * @return what the rows hold, in the order of their ids
	 */
	public static Flux<String> all(Function<UUID, Mono<List<Row>>> page) {
		Function<UUID, Mono<List<Row>>> read = (after) -> page.apply(after).timeout(PATIENCE);
		return read.apply(NONE)
			.expand((rows) -> (rows.size() < SIZE) ? Mono.empty() : read.apply(rows.getLast().id()), 1)
			.concatMapIterable((rows) -> rows, 1)
			.map(Row::json);
	}

	/**
	 * A row.
	 *
	 * @param id by which the rows are sorted
	 * @param json what it holds
	 */
	public record Row(UUID id, String json) {

		/**
		 * Reads a row.
		 * @param row with columns {@code id} and {@code json}
		 * @return the same
		 */
		public static Row of(Readable row) {
			return new Row(row.get("id", UUID.class), row.get("json", String.class));
		}

	}

}
