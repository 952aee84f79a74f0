package org.rayonka.article.reading;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.search.Scope;

/**
 * Which articles somebody wants to see; null means any.
 *
 * @param edition slug
 * @param rubric slug
 * @param tag as written
 * @param author a slug, a name, or the byline as written
 * @param video with a video, or without
 * @param period when they were published
 */
record Filter(@Nullable String edition, @Nullable String rubric, @Nullable String tag, @Nullable String author,
		@Nullable Boolean video, Period period) {

	/**
	 * Makes a filter of what stands in an address, where an empty value means any.
	 */
	static Filter of(@Nullable String edition, @Nullable String rubric, @Nullable String tag, @Nullable String author,
			@Nullable Boolean video, Period period) {
		return new Filter(given(edition), given(rubric), given(tag), given(author), video, period);
	}

	static @Nullable String given(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value.strip();
	}

	/**
	 * The same, as a search has it in its index.
	 */
	Scope scope() {
		Map<String, @Nullable Object> properties = new LinkedHashMap<>();
		if (this.edition != null && this.rubric != null) {
			properties.put("p", this.edition + "/" + this.rubric);
		}
		else {
			properties.put("e", this.edition);
			properties.put("r", this.rubric);
		}
		properties.put("t", this.tag);
		properties.put("a", this.author);
		properties.put("v", this.video);
		return Scope.of(properties, this.period.from(), this.period.to());
	}

}
