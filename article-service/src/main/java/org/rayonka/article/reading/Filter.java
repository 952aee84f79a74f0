package org.rayonka.article.reading;

import org.jspecify.annotations.Nullable;

/**
 * Which articles somebody wants to see; null means any.
 *
 * @param edition slug
 * @param rubric slug
 * @param tag as written
 * @param author the byline as written
 * @param video with a video, or without
 * @param words of a search
 */
record Filter(@Nullable String edition, @Nullable String rubric, @Nullable String tag, @Nullable String author,
		@Nullable Boolean video, @Nullable String words) {

	/**
	 * Makes a filter of what stands in an address, where an empty value means any.
	 */
	static Filter of(@Nullable String edition, @Nullable String rubric, @Nullable String tag, @Nullable String author,
			@Nullable Boolean video, @Nullable String words) {
		return new Filter(given(edition), given(rubric), given(tag), given(author), video, given(words));
	}

	private static @Nullable String given(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value.strip();
	}

}
