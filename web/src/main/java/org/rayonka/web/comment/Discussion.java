package org.rayonka.web.comment;

import java.util.List;
import java.util.UUID;

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

	static final Discussion NOTHING_YET = new Discussion(List.of(), null, null, null);

	public Discussion {
		items = List.copyOf(items);
	}

	Discussion with(UUID thread, List<Comment> answers) {
		return new Discussion(this.items.stream()
			.map((comment) -> comment.id().equals(thread) ? comment.answered(answers) : comment)
			.toList(), this.next, this.total, this.open);
	}

}
