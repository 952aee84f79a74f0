package org.rayonka.web.front;

import java.util.List;

import org.rayonka.web.article.Edition;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Addresses of the pages of tags, which are written in any letters.
 */
public final class Tags {

	private static final List<String> NOT_IN_PATHS = List.of("/", "\\", ";", "%");

	private Tags() {
	}

	/**
	 * Whether a tag can stand in a path: what separates the parts of a path cannot, not
	 * even encoded, since it is not let through.
	 * @param tag as written
	 * @return false for a tag without a page
	 */
	public static boolean linked(String tag) {
		return NOT_IN_PATHS.stream().noneMatch(tag::contains) && !tag.chars().allMatch((sign) -> sign == '.');
	}

	/**
	 * Where the articles with a tag are.
	 * @param edition whose page it is
	 * @param tag as written
	 * @return a path with a slash at both ends
	 */
	public static String path(Edition edition, String tag) {
		return edition.path() + "tag/" + UriUtils.encodePathSegment(tag, UTF_8) + "/";
	}

}
