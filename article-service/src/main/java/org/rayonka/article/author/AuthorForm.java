package org.rayonka.article.author;

import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.PlainText;

/**
 * An author as an editor writes the entry. What is left out is empty.
 */
record AuthorForm(@NotBlank @PlainText @Size(max = 32) String edition,
		@NotBlank @PlainText @Size(max = 100) String name, @PlainText @Size(max = 100) @Nullable String position,
		@PlainText @Size(max = 2000) @Nullable String about, @PlainText @Size(max = 100) @Nullable String picture) {

	Author author(String slug) {
		return new Author(slug, this.edition.strip(), this.name.strip().replaceAll("\\s+", " "), given(this.position),
				given(this.about), given(this.picture).isEmpty() ? null : given(this.picture));
	}

	private static String given(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").strip();
	}

}
