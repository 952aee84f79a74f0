package org.rayonka.article.importing.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the ways in which exports write dates: RFC 822 and 2822 with their liberties, RFC
 * 3339, MySQL's, and milliseconds since 1970.
 */
final class DateText {

	private static final Pattern MILLISECONDS = Pattern.compile("-?[0-9]{11,14}");

	private static final Pattern DAY_NAME = Pattern.compile("^\\p{L}{2,9}\\.?,\\s*");

	/** Names of zones that feeds use beside RFC 822's own. */
	private static final Map<String, String> ZONES = Map.of("UT", "+0000", "GMT", "+0000", "Z", "+0000", "UTC", "+0000",
			"MSK", "+0300", "EST", "-0500", "EDT", "-0400", "PST", "-0800", "PDT", "-0700");

	private static final List<DateTimeFormatter> FORMS = List.of(
			form("[uuuu-MM-dd]['T'][' '][HH:mm[:ss]][.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX][X]"),
			form("d MMM uuuu HH:mm[:ss][ ][xx][XXX]"), form("d MMM uu HH:mm[:ss][ ][xx][XXX]"),
			form("dd.MM.uuuu[ HH:mm[:ss]]"));

	private DateText() {
	}

	private static DateTimeFormatter form(String pattern) {
		return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH);
	}

	/**
	 * Reads a date.
	 * @param text what stands in the file
	 * @param zone where it does not say
	 * @return empty when it is no date
	 */
	static Optional<Instant> read(String text, ZoneId zone) {
		if (MILLISECONDS.matcher(text).matches()) {
			return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
		}
		String plain = named(DAY_NAME.matcher(text).replaceFirst("").replaceAll("\\s+", " "));
		return FORMS.stream().flatMap((form) -> parse(plain, form, zone).stream()).findFirst();
	}

	private static String named(String text) {
		int last = text.lastIndexOf(' ');
		String offset = ZONES.get(text.substring(last + 1).toUpperCase(Locale.ROOT));
		return (last > 0 && offset != null) ? text.substring(0, last + 1) + offset : text;
	}

	private static Optional<Instant> parse(String text, DateTimeFormatter form, ZoneId zone) {
		try {
			TemporalAccessor read = form.parse(text);
			LocalDate date = LocalDate.from(read);
			boolean timed = read.isSupported(ChronoField.HOUR_OF_DAY);
			LocalDateTime at = timed ? LocalDateTime.from(read) : date.atStartOfDay();
			ZoneOffset offset = read.query(TemporalQueries.offset());
			return Optional.of((offset != null) ? at.toInstant(offset) : at.atZone(zone).toInstant());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
