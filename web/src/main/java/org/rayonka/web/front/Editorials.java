package org.rayonka.web.front;

import java.util.List;

import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Editions;
import org.rayonka.web.failure.PageProblem;
import org.rayonka.web.failure.Unanswered;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the edition that an address names.
 */
@Component
class Editorials {

	private final Editions editions;

	Editorials(Editions editions) {
		this.editions = editions;
	}

	Mono<List<Edition>> all() {
		return Unanswered.orAway(this.editions.all());
	}

	Mono<Desk> named(String slug) {
		return all().flatMap((editions) -> Mono.justOrEmpty(editions.stream()
			.filter((edition) -> edition.slug().equals(slug))
			.findFirst()
			.map((edition) -> new Desk(edition, editions)))).switchIfEmpty(Mono.error(PageProblem.NotFound::new));
	}

	/**
	 * An edition among the others.
	 *
	 * @param edition the one that was named
	 * @param editions all
	 */
	record Desk(Edition edition, List<Edition> editions) {
	}

}
