package org.rayonka.web.comment;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A page of the discussion of an article.
 *
 * @param items first comments with their replies
 * @param next cursor of the next page, null on the last
 * @param total of published comments, null when not told
 * @param open whether one may write, taken as yes when absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Discussion(List<Comment> items, @Nullable String next, @Nullable Long total, @Nullable Boolean open) {

	public Discussion {
		items = List.copyOf(items);
	}

}
