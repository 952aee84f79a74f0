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

	boolean isEmpty() {
		return this.edition == null && this.rubric == null;
	}

	/** Of {@code change_place}. */
	String condition() {
		return ((this.edition != null) ? " and p.edition = :edition" : "")
				+ ((this.rubric != null) ? " and p.rubric = :rubric" : "");
	}

}
