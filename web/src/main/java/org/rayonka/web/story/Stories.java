package org.rayonka.web.story;

import java.util.List;

import org.rayonka.web.article.Articles;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Editions;
import org.rayonka.web.article.Lookup;
import org.rayonka.web.failure.PageProblem;
import org.rayonka.web.failure.Unanswered;
import org.rayonka.web.memory.Recalled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds what a story page is about.
 */
@Component
class Stories {

	private final Articles articles;

	private final Editions editions;

	Stories(Articles articles, Editions editions) {
		this.articles = articles;
		this.editions = editions;
	}

	/**
	 * The story at an address.
	 * @param path of its page
	 * @return never empty; fails with a {@link PageProblem} when there is none to show
	 */
	Mono<Story> at(String path) {
		return Unanswered.orAway(Mono.zip(this.articles.at(path), this.editions.all()))
			.flatMap((found) -> story(found.getT1(), found.getT2()));
	}

	private static Mono<Story> story(Recalled<Lookup> recalled, List<Edition> editions) {
		return switch (recalled.value()) {
			case Lookup.Missing missing -> Mono.error(new PageProblem.NotFound());
			case Lookup.Withdrawn withdrawn -> Mono.error(new PageProblem.Withdrawn());
			case Lookup.Found found -> Mono
				.justOrEmpty(editions.stream()
					.filter((edition) -> edition.slug().equals(found.article().edition()))
					.findFirst()
					.map((edition) -> new Story(found.article(), edition, editions, recalled.fresh())))
				.switchIfEmpty(Mono.error(PageProblem.NotFound::new));
		};
	}

}
