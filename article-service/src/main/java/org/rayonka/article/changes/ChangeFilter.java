package org.rayonka.article.changes;

import org.jspecify.annotations.Nullable;

/**
 * Whose changes somebody follows; null means all.
 *
 * @param edition slug
 * @param rubric slug
 */
record ChangeFilter(@Nullable String edition, @Nullable String rubric) {

	static ChangeFilter of(@Nullable String edition, @Nullable String rubric) {
		return new ChangeFilter(given(edition), given(rubric));
	}

	private static @Nullable String given(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value.strip();
	}

	String condition() {
		return ((this.edition != null) ? " and c.edition = :edition" : "")
				+ ((this.rubric != null) ? " and c.rubric = :rubric" : "");
	}

}
