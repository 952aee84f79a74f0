package org.rayonka.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
			List<Rubric> rubrics, List<String> authors, List<String> articles) {

		/**
		 * As article-service takes it.
		 * @return the fields of the request
		 */
		Map<String, Object> form() {
			Map<String, Object> form = new TreeMap<>(
					Map.of("name", name, "region", region, "founder", founder, "editorInChief", editorInChief,
							"address", address, "phone", phone, "email", email, "registration", registration));
			form.putAll(Map.of("ageMark", ageMark, "timeZone", timeZone.getId(), "colour", colour, "rubrics", rubrics));
			return form;
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

	ZoneId zone() {
		return imprint.timeZone();
	}

}
