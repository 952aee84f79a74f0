package org.rayonka.article.writing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.InvalidRequest;

/**
 * How to publish; all of it may be left out.
 *
 * @param publishedAt a date in the past, for what appeared elsewhere before
 */
record PublishForm(@Nullable Instant publishedAt) {

	static final PublishForm NOW = new PublishForm(null);

	private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

	/** Two clocks never agree; what lies ahead by less is now. */
	private static final long TOLERANCE_SECONDS = 5;

	/**
	 * The date for the page.
	 */
	Instant dateAt(Instant now) {
		if (this.publishedAt == null) {
			return now;
		}
		if (this.publishedAt.isAfter(now.plusSeconds(TOLERANCE_SECONDS))) {
			throw InvalidRequest.future();
		}
		if (this.publishedAt.isBefore(EARLIEST)) {
			throw InvalidRequest.past();
		}
		return this.publishedAt.isAfter(now) ? now : this.publishedAt.truncatedTo(ChronoUnit.MILLIS);
	}

}
