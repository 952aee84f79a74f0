package org.rayonka.web.search;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Editions;
import org.rayonka.web.failure.PageProblem;
import org.rayonka.web.failure.Unanswered;
import org.rayonka.web.page.Head;
import org.rayonka.web.page.Pages;
import org.rayonka.web.page.Shell;
import org.rayonka.web.page.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The search, which works without script: a form and a page of links.
 */
@RestController
class SearchController {

	private static final int LENGTH = 20;

	private final SearchClient search;

	private final Editions editions;

	private final Pages pages;

	SearchController(SearchClient search, Editions editions, Pages pages) {
		this.search = search;
		this.editions = editions;
		this.pages = pages;
	}

	@GetMapping(Question.PATH)
	Mono<ResponseEntity<byte[]>> search(ServerWebExchange exchange, Caller caller) {
		Visit visit = Visit.of(exchange, caller);
		Question question = Question.of(visit);
		return Unanswered.orAway(this.editions.all())
			.flatMap((known) -> Mono.justOrEmpty(Paper.of(question.edition(), known))
				.switchIfEmpty(Mono.error(PageProblem.NotFound::new))
				.flatMap((paper) -> answer(visit, question, known, paper)));
	}

	private Mono<ResponseEntity<byte[]>> answer(Visit visit, Question question, List<Edition> known, Paper paper) {
		return Unanswered.orAway(results(question)
			.map((results) -> page(new SearchPage(shell(visit, known, paper), question, results, true)))
			.onErrorResume(WebClientResponseException.BadRequest.class, (failure) -> Mono
				.just(page(new SearchPage(shell(visit, known, paper), question, Results.NONE, false)))));
	}

	private Mono<Results> results(Question question) {
		if (question.words().isEmpty()) {
			return Mono.just(Results.NONE);
		}
		return this.search.search(question.words(), question.edition(), question.from(), question.to(), LENGTH,
				question.cursor());
	}

	private ResponseEntity<byte[]> page(SearchPage page) {
		return this.pages.render(page.understood() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "search.jte", page);
	}

	private Shell shell(Visit visit, List<Edition> known, Paper paper) {
		String title = visit.language().messages().text("search.title");
		return this.pages.shell(visit, Head.of(title, "", Question.PATH).hidden(), known, paper.edition());
	}

	/**
	 * The paper that the form names, or all.
	 */
	private record Paper(@Nullable Edition edition) {

		static Optional<Paper> of(@Nullable String slug, List<Edition> known) {
			if (slug == null) {
				return Optional.of(new Paper(null));
			}
			return known.stream().filter((edition) -> edition.slug().equals(slug)).findFirst().map(Paper::new);
		}

	}

}
