package org.rayonka.web.article;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of articles, newest first.
 *
 * @param items without bodies
 * @param next cursor of the next page, null on the last
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArticleList(List<Article> items, @Nullable String next) {

	public ArticleList {
		items = List.copyOf(items);
	}

}
