package org.rayonka.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A language of the interface. What editions write stays as they wrote it.
 */
public enum Language {

	/** Russian, unless the reader asks otherwise. */
	RU("ru"),

	/** English. */
	EN("en");

	private final String tag;

	Language(String tag) {
		this.tag = tag;
	}

	/**
	 * Its BCP 47 tag.
	 * @return for {@code lang} and the cookie
	 */
	public String tag() {
		return this.tag;
	}

	/**
	 * Its words.
	 * @return the same object always
	 */
	public Messages messages() {
		return Messages.in(this);
	}

	/**
	 * The other language, for the switch.
	 * @return never this
	 */
	public Language other() {
		return (this == RU) ? EN : RU;
	}

	static @Nullable Language tagged(@Nullable String tag) {
		return Arrays.stream(values()).filter((language) -> language.tag.equals(tag)).findFirst().orElse(null);
	}

	static Language preferred(@Nullable String acceptLanguage) {
		if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
			return RU;
		}
		try {
			List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
			Language found = tagged(Locale.lookupTag(ranges, Arrays.stream(values()).map(Language::tag).toList()));
			return (found != null) ? found : RU;
		}
		catch (IllegalArgumentException ex) {
			return RU;
		}
	}

}
