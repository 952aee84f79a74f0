package org.rayonka.web.page;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The words of the interface in one language, its numbers and its dates.
 */
public final class Messages {

	/** Stands for a number that is not known. */
	public static final String UNKNOWN = "–";

	private static final String NO_BREAK = "\u00a0";

	private static final Map<Language, Messages> ALL = Map.of(Language.RU, new Messages(Language.RU), Language.EN,
			new Messages(Language.EN));

	private final Language language;

	private final Locale locale;

	private final DateTimeFormatter moment;

	private final DateTimeFormatter shortDate;

	private final DateTimeFormatter longDate;

	private final DateTimeFormatter day;

	private final Words words;

	private Messages(Language language) {
		this.language = language;
		this.locale = Locale.of(language.tag());
		this.moment = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", this.locale);
		this.longDate = DateTimeFormatter.ofPattern("d MMMM uuuu", this.locale);
		this.shortDate = DateTimeFormatter.ofPattern("d MMM", this.locale);
		this.day = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", this.locale);
		this.words = new Words(this.locale);
	}

	static Messages in(Language language) {
		return Objects.requireNonNull(ALL.get(language));
	}

	/**
	 * A text.
	 * @param key its name in the bundle
	 * @param values for {@code {0}}, {@code {1}}…
	 * @return in this language
	 */
	public String text(String key, Object... values) {
		String text = this.words.get(key);
		for (int i = 0; i < values.length; i++) {
			text = text.replace("{" + i + "}", String.valueOf(values[i]));
		}
		return text;
	}

	/**
	 * Whether there are words for something that another service names.
	 * @param key their name in the bundle
	 * @return false when it is new to this release
	 */
	public boolean has(String key) {
		return this.words.has(key);
	}

	/**
	 * A number of which the sign matters.
	 * @param number any
	 * @return such as «+5», «−2» or «0»
	 */
	public String signed(int number) {
		return ((number > 0) ? "+" : (number < 0) ? "−" : "") + number(Math.abs((long) number));
	}

	/**
	 * A number with the right form of its noun.
	 * @param key of the noun, without the plural category
	 * @param number null when not known
	 * @return such as «5 просмотров», or the noun with a dash
	 */
	public String count(String key, @Nullable Long number) {
		if (number == null) {
			return UNKNOWN + NO_BREAK + noun(key, 0);
		}
		return number(number) + NO_BREAK + noun(key, number);
	}

	/**
	 * The form of a noun that a number asks for.
	 * @param key of the noun, without the plural category
	 * @param number decides the form
	 * @return without the number
	 */
	public String noun(String key, long number) {
		return this.words.get(key + Plural.of(this.language, number).suffix());
	}

	/**
	 * A number.
	 * @param number null when not known
	 * @return grouped as the language does, or a dash
	 */
	public String number(@Nullable Long number) {
		return (number != null) ? NumberFormat.getIntegerInstance(this.locale).format(number) : UNKNOWN;
	}

	/**
	 * Date and time.
	 * @param instant when
	 * @param zone where
	 * @return such as «22 ноября 2026, 14:05»
	 */
	public String moment(Instant instant, ZoneId zone) {
		return this.moment.format(instant.atZone(zone));
	}

	/**
	 * A date without its year.
	 * @param instant when
	 * @param zone where
	 * @return such as «22 нояб.»
	 */
	public String date(Instant instant, ZoneId zone) {
		return this.shortDate.format(instant.atZone(zone));
	}

	/**
	 * A date in the middle of a sentence.
	 * @param instant when
	 * @param zone where
	 * @return such as «22 ноября 2026»
	 */
	public String dayOf(Instant instant, ZoneId zone) {
		return this.longDate.format(instant.atZone(zone));
	}

	/**
	 * A date with its day of the week, as a title.
	 * @param date any
	 * @return such as «Воскресенье, 22 ноября 2026»
	 */
	public String day(LocalDate date) {
		return StringUtils.capitalize(this.day.format(date));
	}

	/**
	 * A date with its day of the week.
	 * @param instant when
	 * @param zone where
	 * @return such as «воскресенье, 22 ноября 2026»
	 */
	public String day(Instant instant, ZoneId zone) {
		return this.day.format(instant.atZone(zone));
	}

	/** Loads the bundle when the first word is needed. */
	private static final class Words {

		private final Locale locale;

		private volatile @Nullable ResourceBundle bundle;

		Words(Locale locale) {
			this.locale = locale;
		}

		String get(String key) {
			return bundle().getString(key);
		}

		boolean has(String key) {
			return bundle().containsKey(key);
		}

		private ResourceBundle bundle() {
			ResourceBundle loaded = this.bundle;
			if (loaded == null) {
				loaded = ResourceBundle.getBundle("messages.web", this.locale,
						ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
				this.bundle = loaded;
			}
			return loaded;
		}

	}

}
