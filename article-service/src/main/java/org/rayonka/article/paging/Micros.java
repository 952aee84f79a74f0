package org.rayonka.article.paging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Times as sort keys: microseconds, as fine as PostgreSQL keeps them, so that a cursor
 * stands exactly at its row.
 */
public final class Micros {

	private Micros() {
	}

	/**
	 * As a sort key.
	 * @param at a time out of the database
	 * @return microseconds since 1970
	 */
	public static long of(Instant at) {
		return ChronoUnit.MICROS.between(Instant.EPOCH, at);
	}

	/**
	 * Back from a sort key.
	 * @param micros microseconds since 1970
	 * @return the time
	 * @throws IllegalArgumentException when PostgreSQL knows no such time
	 */
	public static Instant toInstant(String micros) {
		long value = Long.parseLong(micros);
		if (Math.abs(value) > 100_000_000_000_000_000L) {
			throw new IllegalArgumentException("Out of range");
		}
		return Instant.EPOCH.plus(value, ChronoUnit.MICROS);
	}

}
