package org.rayonka.web.author;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Written;

/**
 * Somebody who writes.
 *
 * @param slug names the author in addresses
 * @param edition slug of the edition of the author's newsroom
 * @param name as in bylines
 * @param position in the newsroom
 * @param about plain text
 * @param picture address of a portrait
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Author(String slug, String edition, String name, @Nullable String position, @Nullable String about,
		@Nullable String picture) {

	public Author {
		position = Written.orNull(position);
		about = Written.orNull(about);
		picture = Written.orNull(picture);
	}

	/**
	 * Where the author's page is.
	 * @return a path with a slash at both ends
	 */
	public String path() {
		return "/author/" + this.slug + "/";
	}

}
