package org.rayonka.article.edition;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.PublicAddress;
import org.rayonka.events.Premoderation;

/**
 * An edition as callers see it.
 */
record EditionView(String slug, String name, String region, String url, @Nullable String founder,
		@Nullable String editorInChief, @Nullable String address, @Nullable String phone, @Nullable String email,
		@Nullable String registration, @Nullable AgeMark ageMark, String timeZone, String colour,
		@Nullable String emblem, Premoderation premoderation, @Nullable String vkGroup, @Nullable String analytics,
		List<Rubric> rubrics) {

	static EditionView of(Edition edition, PublicAddress site) {
		Imprint imprint = edition.imprint();
		Settings settings = edition.settings();
		return new EditionView(edition.slug(), edition.name(), edition.region(), site.url(edition.path()),
				imprint.founder(), imprint.editorInChief(), imprint.address(), imprint.phone(), imprint.email(),
				imprint.registration(), edition.ageMark(), edition.timeZone().getId(), edition.colour(),
				(edition.emblem() != null) ? site.url(edition.emblem()) : null, settings.premoderation(),
				settings.vkGroup(), settings.analytics(), edition.rubrics());
	}

}
