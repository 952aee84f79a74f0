package org.rayonka.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * One paper with all that is in it.
 *
 * @param imprint the paper itself
 * @param stories newest first
 */
record Paper(Imprint imprint, List<Story> stories) {

	/**
	 * An {@code edition.yaml}.
	 */
	record Imprint(String slug, String name, String region, String founder, String editorInChief, String address,
			String phone, String email, String registration, String ageMark, ZoneId timeZone, String colour,
			String emblem, List<Rubric> rubrics, List<Writer> authors, @Nullable List<String> main,
			List<String> articles) {

		@Override
		public List<String> main() {
			return Objects.requireNonNullElse(main, List.of());
		}

		/**
		 * As article-service takes it.
		 * @param picture path of the emblem
		 * @return the fields of the request
		 */
		Map<String, Object> form(String picture) {
			Map<String, Object> form = new TreeMap<>(
					Map.of("name", name, "region", region, "founder", founder, "editorInChief", editorInChief,
							"address", address, "phone", phone, "email", email, "registration", registration));
			form.putAll(Map.of("ageMark", ageMark, "timeZone", timeZone.getId(), "colour", colour, "emblem", picture,
					"rubrics", rubrics));
			return form;
		}

	}

	/**
	 * Somebody who writes for it.
	 */
	record Writer(String slug, String name, String position, String about) {

		/**
		 * As article-service takes it.
		 * @param edition whose newsroom it is
		 * @return the fields of the request
		 */
		Map<String, String> form(String edition) {
			return Map.of("edition", edition, "name", name, "position", position, "about", about);
		}

	}

	/**
	 * A section.
	 */
	record Rubric(String slug, String name) {
	}

	String slug() {
		return imprint.slug();
	}

	/**
	 * The authors of a story.
	 * @return their slugs
	 */
	List<String> authors(Story story) {
		return imprint.authors()
			.stream()
			.filter((author) -> author.name().equals(story.head().author()))
			.map(Writer::slug)
			.toList();
	}

	ZoneId zone() {
		return imprint.timeZone();
	}

}
