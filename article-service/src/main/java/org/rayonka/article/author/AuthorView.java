package org.rayonka.article.author;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.PublicAddress;

/**
 * An author as callers see the entry.
 *
 * @param url of the author's page
 * @param edition slug of the edition whose newsroom the author belongs to
 * @param picture address of a portrait, null when there is none
 */
record AuthorView(String slug, String url, String edition, String name, String position, String about,
		@Nullable String picture) {

	static AuthorView of(Author author, PublicAddress site) {
		String picture = author.picture();
		return new AuthorView(author.slug(), site.url(Author.path(author.slug())), author.edition(), author.name(),
				author.position(), author.about(), (picture != null) ? site.url(picture) : null);
	}

}
