package org.rayonka.web.engagement;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.rayonka.web.article.Article;

/**
 * A popular list.
 *
 * @param items the first is the most popular
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PopularList(List<Ranked> items) {

	public PopularList {
		items = List.copyOf(items);
	}

	/**
	 * An article with its place.
	 *
	 * @param article as much of it as the list shows
	 * @param value the number that it is ranked by
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Ranked(Article article, double value) {
	}

}
