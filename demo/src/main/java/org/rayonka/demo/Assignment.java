package org.rayonka.demo;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An article to be written and published.
 *
 * @param loadedAt the time from which its date is reckoned
 */
record Assignment(Paper paper, Story story, Instant loadedAt) {

	private static final String ARTIST = "Рисунок редакции";

	Instant publishedAt() {
		return story.head().published().before(loadedAt, paper.zone());
	}

	/**
	 * As article-service takes it.
	 * @param media where uploaded files lie
	 * @return the fields of the request
	 */
	Map<String, Object> form(Map<String, String> media) {
		Story.Head head = story.head();
		Map<String, Object> form = new TreeMap<>(
				Map.of("edition", paper.slug(), "rubric", head.rubric(), "headline", head.headline(), "standfirst",
						head.standfirst(), "byline", head.author(), "ageMark", head.ageMark(), "tags", head.tags()));
		form.put("authors", paper.authors(story));
		form.put("alsoIn", head.alsoIn());
		form.put("body", story.body());
		form.put("pictures", head.pictures().stream().map((picture) -> picture(picture, media)).toList());
		form.put("videos", Stream.ofNullable(head.video()).map((video) -> video(video, media)).toList());
		return form;
	}

	private static Map<String, String> picture(Story.Picture picture, Map<String, String> media) {
		return Map.of("path", path(picture.file(), media), "alt", picture.alt(), "caption", picture.caption(), "author",
				ARTIST);
	}

	private static Map<String, String> video(Story.Video video, Map<String, String> media) {
		return Map.of("url", path(video.file(), media), "title", video.title());
	}

	private static String path(String file, Map<String, String> media) {
		return Objects.requireNonNull(media.get(file), () -> "Not uploaded: " + file);
	}

}
