package org.rayonka.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A time before the load, so that the content is fresh whenever it comes: a distance such
 * as {@code 12m} or {@code 3h}, or a time of an earlier day such as {@code 5d 09:30}.
 */
sealed interface Moment {

	/**
	 * The time itself.
	 * @param now when the content is loaded
	 * @param zone the edition's
	 * @return always before {@code now}
	 */
	Instant before(Instant now, ZoneId zone);

	@JsonCreator
	static Moment of(String text) {
		Matcher day = DayAndTime.FORM.matcher(text);
		return day.matches() ? new DayAndTime(Integer.parseInt(day.group(1)), LocalTime.parse(day.group(2)))
				: new Distance(Distance.read(text));
	}

	/**
	 * So long ago.
	 *
	 * @param length positive
	 */
	record Distance(Duration length) implements Moment {

		private static final Pattern FORM = Pattern.compile("(\\d+)([mh])");

		static Duration read(String text) {
			Matcher matcher = FORM.matcher(text);
			if (!matcher.matches()) {
				throw new IllegalArgumentException("Neither minutes nor hours: " + text);
			}
			long number = Long.parseLong(matcher.group(1));
			return matcher.group(2).equals("m") ? Duration.ofMinutes(number) : Duration.ofHours(number);
		}

		@Override
		public Instant before(Instant now, ZoneId zone) {
			return now.minus(length);
		}

	}

	/**
	 * So many days ago at that time.
	 *
	 * @param days at least one
	 * @param time by the edition's clock
	 */
	record DayAndTime(int days, LocalTime time) implements Moment {

		private static final Pattern FORM = Pattern.compile("(\\d+)d (\\d\\d:\\d\\d)");

		@Override
		public Instant before(Instant now, ZoneId zone) {
			return now.atZone(zone).toLocalDate().minusDays(days).atTime(time).atZone(zone).toInstant();
		}

	}

}
