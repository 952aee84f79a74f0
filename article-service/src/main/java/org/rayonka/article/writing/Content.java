package org.rayonka.article.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.edition.AgeMark;
import org.rayonka.article.edition.Placement;
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
 * @param authors slugs of those who wrote it, in the order of the byline
 * @param alsoIn where it runs beside its own edition, each edition once
 */
record Content(String edition, String rubric, String headline, String standfirst, String body, String byline,
		@Nullable AgeMark ageMark, List<String> tags, List<Picture> pictures, List<Video> videos, boolean commentsOpen,
		List<String> authors, List<Placement> alsoIn) {

	/** What was kept before there were authors and other editions has neither. */
	Content {
		authors = Objects.requireNonNullElse(authors, List.of());
		alsoIn = Objects.requireNonNullElse(alsoIn, List.of());
	}

	/**
	 * Every rubric in which it runs, its own first.
	 */
	List<Placement> placements() {
		List<Placement> placements = new ArrayList<>(List.of(new Placement(this.edition, this.rubric)));
		placements.addAll(this.alsoIn);
		return placements;
	}

}
