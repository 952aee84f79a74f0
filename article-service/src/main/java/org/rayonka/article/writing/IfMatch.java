package org.rayonka.article.writing;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.ArticleProblem;

/**
 * The state that a change is meant for, as If-Match says (RFC 9110, 13.1.1).
 *
 * @param header the header, null when there is none
 */
record IfMatch(@Nullable String header) {

	/**
	 * The entity tag of a state.
	 */
	static String tag(Article article) {
		return "\"" + article.revision() + "\"";
	}

	/**
	 * Lets a change pass that is meant for this state.
	 * @param article the state
	 * @return the same
	 */
	Article check(Article article) {
		if (this.header == null || this.header.isBlank()) {
			throw new ArticleProblem.RevisionMissing();
		}
		if (!names(this.header.strip(), tag(article))) {
			throw new ArticleProblem.Stale(article.revision());
		}
		return article;
	}

	private static boolean names(String header, String tag) {
		return header.equals("*") || Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag::equals);
	}

}
