package org.rayonka.web.article;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A list of an edition that fills itself by a rule of the editors.
 *
 * @param title for readers
 * @param rubric slug of a rubric, null for all
 * @param tag as written, null for all
 * @param author slug or name, null for all
 * @param video whether there is a video, null for both
 * @param length at most so many articles
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RuleList(String title, @Nullable String rubric, @Nullable String tag, @Nullable String author,
		@Nullable Boolean video, int length) {

	ArticleQuery query(String edition) {
		return new ArticleQuery(edition, this.rubric, this.tag, this.author, this.video, null, null, this.length, null);
	}

	/**
	 * Such a list with what is in it.
	 *
	 * @param list the list
	 * @param articles newest first, never none
	 */
	public record Filled(RuleList list, List<Article> articles) {
	}

}
