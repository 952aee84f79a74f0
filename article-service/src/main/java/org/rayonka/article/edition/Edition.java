package org.rayonka.article.edition;

import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One district's newspaper.
 *
 * @param slug its name in addresses
 * @param name its name for readers
 * @param region the district
 * @param imprint what the law asks for
 * @param ageMark for whom the edition as a whole is fit
 * @param timeZone the zone of its pages
 * @param colour its colour, as {@code #rrggbb}
 * @param emblem path of the picture beside its name, null when it has none
 * @param settings of its comments and for its readers
 * @param rubrics its sections in their order
 */
public record Edition(String slug, String name, String region, Imprint imprint, @Nullable AgeMark ageMark,
		ZoneId timeZone, String colour, @Nullable String emblem, Settings settings, List<Rubric> rubrics) {

	/**
	 * Whether it has a section.
	 * @param rubric the section's slug
	 * @return true when it has
	 */
	public boolean hasRubric(String rubric) {
		return rubrics.stream().anyMatch((candidate) -> candidate.slug().equals(rubric));
	}

	/**
	 * The path of its front page.
	 * @return with a slash at both ends
	 */
	public String path() {
		return "/" + slug + "/";
	}

}
