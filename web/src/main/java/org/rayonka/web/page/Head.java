package org.rayonka.web.page;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article.Picture;

/**
 * What a page says of itself to machines.
 *
 * @param title of the window
 * @param description for search results and shared links
 * @param path that every address of this page leads to
 * @param type of OpenGraph
 * @param picture for shared links
 * @param structured JSON-LD, safe inside a script element
 * @param indexed whether search engines may show it
 * @param published when, of an article
 * @param changed when, of an article
 */
public record Head(String title, String description, String path, String type, @Nullable Picture picture,
		@Nullable String structured, boolean indexed, @Nullable String published, @Nullable String changed) {

	/**
	 * The head of a page that is no article.
	 * @param title of the window
	 * @param description for search results
	 * @param path of the page
	 * @return open to search engines
	 */
	public static Head of(String title, String description, String path) {
		return new Head(title, description, path, "website", null, null, true, null, null);
	}

	/**
	 * The same, kept from search engines.
	 * @return not indexed
	 */
	public Head hidden() {
		return new Head(this.title, this.description, this.path, this.type, this.picture, this.structured, false,
				this.published, this.changed);
	}

}
