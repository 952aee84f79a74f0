package org.rayonka.article.reading;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in its order
 * @param next cursor of the rest, null at the end
 * @param meant the words that were searched, when those that were typed found nothing
 */
record ArticleList(List<Item> items, @Nullable String next,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String meant) {

	/**
	 * An article in a list.
	 *
	 * @param article as everywhere
	 * @param excerpt where the words of a search stand, HTML with no other element than
	 * {@code mark}
	 */
	record Item(@JsonUnwrapped ArticleView article,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String excerpt) {
	}

}
