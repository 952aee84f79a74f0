package org.rayonka.web.story;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;

/**
 * What the edition printed before and after an article, as far as it is among the newest.
 *
 * @param older the one before
 * @param newer the one after
 */
public record Neighbours(@Nullable Article older, @Nullable Article newer) {

	static final Neighbours NONE = new Neighbours(null, null);

	Stream<Article> articles() {
		return Stream.of(Optional.ofNullable(this.older), Optional.ofNullable(this.newer)).flatMap(Optional::stream);
	}

	static Neighbours of(Article article, List<Article> list) {
		for (int i = 0; i < list.size(); i++) {
			if (list.get(i).id().equals(article.id())) {
				return new Neighbours((i + 1 < list.size()) ? list.get(i + 1) : null, (i > 0) ? list.get(i - 1) : null);
			}
		}
		return NONE;
	}

}
