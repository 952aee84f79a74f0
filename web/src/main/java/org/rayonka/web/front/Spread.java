package org.rayonka.web.front;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/**
	 * Lays out a page without pinned stories.
	 */
	static Spread of(List<Article> newest) {
		return of(List.of(), newest);
	}

	/**
	 * Lays out a page: what the editors pinned comes first, the newest follow.
	 */
	static Spread of(List<Article> pinned, List<Article> newest) {
		Set<UUID> top = pinned.stream().map(Article::id).collect(Collectors.toSet());
		List<Article> unpinned = newest.stream().filter((article) -> !top.contains(article.id())).toList();
		Article lead = pinned.isEmpty() ? lead(newest) : pinned.getFirst();
		List<Article> others = Stream.concat(pinned.stream(), unpinned.stream())
			.filter((article) -> !article.equals(lead))
			.toList();
		return new Spread(lead, others.stream().limit(SECONDS).toList(), others.stream().skip(SECONDS).toList());
	}

	/** A new one with a picture, if there is one. */
	private static @Nullable Article lead(List<Article> newest) {
		return newest.stream()
			.limit(LEAD_CANDIDATES)
			.filter((article) -> article.picture() != null)
			.findFirst()
			.orElse(newest.isEmpty() ? null : newest.getFirst());
	}

}
