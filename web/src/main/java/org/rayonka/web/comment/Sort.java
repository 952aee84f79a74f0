package org.rayonka.web.comment;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * In which order threads stand.
 */
public enum Sort {

	/** The latest first. */
	NEWEST,

	/** As they were said. */
	OLDEST,

	/** The best rated first. */
	BEST;

	/**
	 * Reads what an address asks for.
	 * @param text anything
	 * @return the newest first when it is no order
	 */
	public static Sort of(@Nullable String text) {
		return Arrays.stream(values()).filter((sort) -> sort.text().equals(text)).findFirst().orElse(NEWEST);
	}

	/**
	 * Its form in addresses.
	 * @return the name in lower case
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
