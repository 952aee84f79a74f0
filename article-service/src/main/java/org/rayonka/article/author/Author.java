package org.rayonka.article.author;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes.
 *
 * @param slug the name in addresses, once in the network
 * @param edition slug of the edition whose editors keep this entry
 * @param name as it stands in bylines
 * @param position in the newsroom, may be empty
 * @param about a few sentences of plain text, may be empty
 * @param picture path of a portrait, null when there is none
 */
public record Author(String slug, String edition, String name, String position, String about,
		@Nullable String picture) {

	/**
	 * The path of the author's page.
	 * @param slug of an author
	 * @return with a slash at both ends
	 */
	public static String path(String slug) {
		return "/author/" + slug + "/";
	}

}
