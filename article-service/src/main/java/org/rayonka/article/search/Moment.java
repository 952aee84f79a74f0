package org.rayonka.article.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.rayonka.article.paging.Micros;

/**
 * Where an article stands in the order of publishing.
 *
 * @param at when it was published
 * @param id tells those of the same time apart
 */
record Moment(Instant at, UUID id) {

	/** The latest that PostgreSQL and a cursor can hold. */
	static final Moment LAST = new Moment(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

	/** Earlier than everything; nothing is dated before 1900. */
	static final Moment FIRST = new Moment(Instant.parse("1800-01-01T00:00:00Z"), new UUID(0, 0));

	static Moment read(String micros, String id) {
		return new Moment(Micros.toInstant(micros), UUID.fromString(id));
	}

	/**
	 * Before all that was published at a time.
	 */
	static Moment beginOf(Instant at) {
		return new Moment(at, FIRST.id());
	}

	/**
	 * After all that was published at a time.
	 */
	static Moment endOf(Instant at) {
		return new Moment(at, LAST.id());
	}

	/**
	 * The place right before, which is nobody's.
	 */
	Moment before() {
		long low = this.id.getLeastSignificantBits();
		return new Moment(this.at, new UUID(this.id.getMostSignificantBits() - ((low == 0) ? 1 : 0), low - 1));
	}

	List<Object> keys() {
		return List.of(Micros.of(this.at), this.id);
	}

}
