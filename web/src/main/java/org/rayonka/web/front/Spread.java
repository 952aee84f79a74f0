package org.rayonka.web.front;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;

/**
 * How articles are laid out on a front page.
 *
 * @param lead the main story, null when there is none
 * @param seconds those beside it
 * @param rest all others
 */
public record Spread(@Nullable Article lead, List<Article> seconds, List<Article> rest) {

	private static final int SECONDS = 4;

	private static final int LEAD_CANDIDATES = 5;

	static Spread of(List<Article> newest) {
		Article lead = newest.stream()
			.limit(LEAD_CANDIDATES)
			.filter((article) -> article.picture() != null)
			.findFirst()
			.orElse(newest.isEmpty() ? null : newest.getFirst());
		List<Article> others = newest.stream().filter((article) -> !article.equals(lead)).toList();
		return new Spread(lead, others.stream().limit(SECONDS).toList(), others.stream().skip(SECONDS).toList());
	}

}
