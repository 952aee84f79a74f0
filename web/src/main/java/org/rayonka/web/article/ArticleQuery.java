package org.rayonka.web.article;

import org.jspecify.annotations.Nullable;

/**
 * Which articles a list shows; null leaves a thing open.
 *
 * @param edition slug of the edition
 * @param rubric slug of the rubric
 * @param video only articles with a video
 * @param limit how many at most
 * @param cursor where the page before ended
 */
public record ArticleQuery(@Nullable String edition, @Nullable String rubric, @Nullable Boolean video, int limit,
		@Nullable String cursor) {

	/**
	 * The newest articles.
	 * @param edition slug of the edition, null for the whole network
	 * @param limit how many at most
	 * @return the first page
	 */
	public static ArticleQuery newest(@Nullable String edition, int limit) {
		return new ArticleQuery(edition, null, null, limit, null);
	}

	/**
	 * The newest articles with a video.
	 * @param edition slug of the edition, null for the whole network
	 * @param limit how many at most
	 * @return the first page
	 */
	public static ArticleQuery videos(@Nullable String edition, int limit) {
		return new ArticleQuery(edition, null, true, limit, null);
	}

}
