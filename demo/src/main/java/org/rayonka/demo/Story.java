package org.rayonka.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One article of a paper, as its file tells it: YAML between two lines of dashes, then
 * the text, in which a block that is not HTML is a paragraph.
 *
 * @param key paper and file name, stable for good
 * @param head what stands above the text
 * @param body HTML
 */
record Story(String key, Head head, String body) {

	private static final String DASHES = "---\n";

	/**
	 * The YAML in front.
	 *
	 * @param interest how much readers care, from 1 to 9
	 */
	record Head(String headline, String standfirst, String rubric, String ageMark, String author, Moment published,
			int interest, @Nullable List<Place> alsoIn, List<String> tags, @Nullable List<Picture> pictures,
			@Nullable Video video, @Nullable List<Remark> comments) {

		@Override
		public List<Place> alsoIn() {
			return Objects.requireNonNullElse(alsoIn, List.of());
		}

		@Override
		public List<Picture> pictures() {
			return Objects.requireNonNullElse(pictures, List.of());
		}

		@Override
		public List<Remark> comments() {
			return Objects.requireNonNullElse(comments, List.of());
		}

	}

	/**
	 * A rubric of another paper that runs it too.
	 */
	record Place(String edition, String rubric) {
	}

	/**
	 * A picture of the folder {@code media}.
	 */
	record Picture(String file, String alt, String caption) {
	}

	/**
	 * A video of the folder {@code media}.
	 */
	record Video(String file, String title) {
	}

	/**
	 * What a reader said.
	 *
	 * @param after how long after the article
	 * @param by the name given
	 * @param to the number of the remark answered, counted from 1; null when none
	 */
	record Remark(@JsonProperty("in") String after, String by, @Nullable Integer to, String text) {

		Duration delay() {
			return Moment.Distance.read(after);
		}

	}

	static Story read(String key, String file) {
		int end = file.indexOf("\n" + DASHES, DASHES.length());
		if (!file.startsWith(DASHES) || end < 0) {
			throw new DemoFailedException(key + " does not begin with a head between dashes");
		}
		try {
			Head head = Resources.yaml(file.substring(DASHES.length(), end), Head.class);
			return new Story(key, head, html(file.substring(end + 1 + DASHES.length())));
		}
		catch (JacksonException ex) {
			throw new DemoFailedException("Cannot read the head of " + key, ex);
		}
	}

	private static String html(String text) {
		return Arrays.stream(text.strip().split("\n\\s*\n", -1))
			.map(String::strip)
			.map((block) -> (!block.startsWith("<") || block.startsWith("<strong>")) ? "<p>" + block + "</p>" : block)
			.collect(Collectors.joining("\n"));
	}

	/**
	 * The files that the article shows.
	 * @return names in the folder {@code media}
	 */
	Stream<String> media() {
		Video video = head.video();
		return Stream.concat(head.pictures().stream().map(Picture::file),
				(video != null) ? Stream.of(video.file()) : Stream.empty());
	}

}
