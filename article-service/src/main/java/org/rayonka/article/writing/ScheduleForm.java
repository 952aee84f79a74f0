package org.rayonka.article.writing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.PlainText;

/**
 * When an article becomes public by itself.
 *
 * @param publishAt the time, at most a year ahead; also written {@code at}
 * @param note a word for the newsroom's record
 */
record ScheduleForm(@JsonAlias( {
		"at", "publishedAt" }) @NotNull Instant publishAt, @PlainText @Size(max = 500) @Nullable String note){

	private static final long FURTHEST_DAYS = 366;

	/**
	 * The time, in the clock's precision.
	 */
	Instant after(Instant now) {
		if (!this.publishAt.isAfter(now)) {
			throw InvalidRequest.scheduledInThePast();
		}
		if (this.publishAt.isAfter(now.plus(FURTHEST_DAYS, ChronoUnit.DAYS))) {
			throw InvalidRequest.scheduledTooFar();
		}
		return this.publishAt.truncatedTo(ChronoUnit.MILLIS);
	}

}
