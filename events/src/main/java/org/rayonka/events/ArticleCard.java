package org.rayonka.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * As much of an article as a list shows, so that a list is served without asking
 * article-service.
 *
 * @param edition slug of the edition
 * @param rubric slug of the rubric
 * @param path the page's path below the public address, with a leading slash
 * @param headline plain text
 * @param standfirst plain text, empty when the article has none
 * @param picture the first picture, or null when the article has none
 * @param video whether the article carries a video
 * @param ageMark the age mark that the law asks for, such as {@code 12+}
 * @param publishedAt the date that the page shows
 * @param commentsOpen whether the newsroom lets readers comment
 */
public record ArticleCard(String edition, String rubric, String path, String headline, String standfirst,
		@Nullable Picture picture, boolean video, String ageMark, Instant publishedAt, boolean commentsOpen) {

	/**
	 * A picture as a list shows it.
	 *
	 * @param path below the public address, with a leading slash
	 * @param width in pixels
	 * @param height in pixels
	 * @param alt what it shows, for those who do not see it
	 */
	public record Picture(String path, int width, int height, String alt) {
	}

}
