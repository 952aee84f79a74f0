package org.rayonka.article.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.InvalidRequest;

/**
 * From when to when; null is open. A date without a time is a whole day of UTC.
 *
 * @param from the first instant
 * @param to the last instant
 */
record Period(@Nullable Instant from, @Nullable Instant to) {

	static final Period ALL = new Period(null, null);

	private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59.999999Z");

	private static final int DATE = "2026-11-22".length();

	static Period of(@Nullable String from, @Nullable String to) {
		Period period = new Period(instant(from, false), instant(to, true));
		if (period.from != null && period.to != null && period.to.isBefore(period.from)) {
			throw InvalidRequest.period();
		}
		return period;
	}

	private static @Nullable Instant instant(@Nullable String text, boolean end) {
		if (text == null || text.isBlank()) {
			return null;
		}
		Instant instant = read(text.strip(), end);
		if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
			throw InvalidRequest.date();
		}
		return instant;
	}

	private static Instant read(String text, boolean end) {
		try {
			if (text.length() != DATE) {
				return OffsetDateTime.parse(text).toInstant();
			}
			LocalDate date = LocalDate.parse(text);
			Instant begin = date.atStartOfDay(ZoneOffset.UTC).toInstant();
			return end ? begin.plusSeconds(86_400).minusNanos(1_000) : begin;
		}
		catch (DateTimeException ex) {
			throw InvalidRequest.date();
		}
	}

}
