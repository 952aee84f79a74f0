package org.rayonka.web.article;

import org.jspecify.annotations.Nullable;

/**
 * Text that may not have been written.
 */
final class Written {

	private Written() {
	}

	static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
