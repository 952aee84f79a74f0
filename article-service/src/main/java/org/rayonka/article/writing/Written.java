package org.rayonka.article.writing;

import java.util.List;

/**
 * An article as it was kept, with a word to the writer.
 *
 * @param article its new state
 * @param dropped what its body may not have
 */
record Written(Article article, List<String> dropped) {

	static Written silently(Article article) {
		return new Written(article, List.of());
	}

}
