package org.rayonka.article.writing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.edition.AgeMark;
import org.rayonka.article.media.Picture;
import org.rayonka.article.media.Video;

/**
 * What the newsroom writes of an article.
 *
 * @param edition slug
 * @param rubric slug, one of the edition's
 * @param headline plain text
 * @param standfirst plain text, may be empty
 * @param body sanitised HTML
 * @param byline plain text, may be empty
 * @param ageMark null only as long as it is a draft
 * @param tags in the writer's order
 * @param pictures the first one is shown in lists
 * @param videos shown below the text
 * @param commentsOpen whether readers may comment
 */
public record Content(String edition, String rubric, String headline, String standfirst, String body, String byline,
		@Nullable AgeMark ageMark, List<String> tags, List<Picture> pictures, List<Video> videos,
		boolean commentsOpen) {
}
