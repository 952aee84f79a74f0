package org.rayonka.web.article;

import org.jspecify.annotations.Nullable;

/**
 * Text that may not have been written.
 */
public final class Written {

	private Written() {
	}

	/**
	 * Takes blank text for none.
	 * @param text from another service
	 * @return the text, null when it is blank
	 */
	public static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
