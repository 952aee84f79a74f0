package org.rayonka.web.front;

import org.rayonka.access.Caller;
import org.rayonka.web.article.ArticleList;
import org.rayonka.web.article.ArticleQuery;
import org.rayonka.web.article.Articles;
import org.rayonka.web.article.Edition;
import org.rayonka.web.author.Authors;
import org.rayonka.web.article.Edition.Rubric;
import org.rayonka.web.failure.PageProblem;
import org.rayonka.web.failure.Unanswered;
import org.rayonka.web.front.Editorials.Desk;
import org.rayonka.web.memory.Recalled;
import org.rayonka.web.page.Visit;
import org.rayonka.web.rail.Rails;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Front page, rubrics and imprint of an edition.
 */
@RestController
class EditionController {

	private static final int FRONT = 40;

	private static final int LIST = 20;

	private final Editorials editorials;

	private final Articles articles;

	private final Authors authors;

	private final Rails rails;

	private final EditionPages pages;

	EditionController(Editorials editorials, Articles articles, Authors authors, Rails rails, EditionPages pages) {
		this.editorials = editorials;
		this.articles = articles;
		this.authors = authors;
		this.rails = rails;
		this.pages = pages;
	}

	@GetMapping("/{edition}/")
	Mono<ResponseEntity<byte[]>> edition(ServerWebExchange exchange, Caller caller, @PathVariable String edition) {
		Visit visit = Visit.of(exchange, caller);
		if (visit.asked("cursor") != null) {
			return this.editorials.named(edition).flatMap((desk) -> older(visit, desk));
		}
		return this.editorials.named(edition)
			.flatMap((desk) -> Mono
				.zip(newest(ArticleQuery.part(edition, null, FRONT, null)), this.articles.main(edition),
						this.articles.ruled(edition), this.rails.of(edition))
				.map((told) -> this.pages.front(visit, desk,
						new EditionFront(told.getT1(), told.getT2(), told.getT3(), told.getT4()))));
	}

	@GetMapping("/{edition}/{rubric}/")
	Mono<ResponseEntity<byte[]>> rubric(ServerWebExchange exchange, Caller caller, @PathVariable String edition,
			@PathVariable String rubric) {
		Visit visit = Visit.of(exchange, caller);
		return this.editorials.named(edition)
			.flatMap((desk) -> Mono.justOrEmpty(desk.edition().rubric(rubric))
				.switchIfEmpty(Mono.error(PageProblem.NotFound::new))
				.flatMap((known) -> rubric(visit, desk, known)));
	}

	/** A tag without articles is no page, since anybody could make up one. */
	@GetMapping("/{edition}/tag/{tag}/")
	Mono<ResponseEntity<byte[]>> tag(ServerWebExchange exchange, Caller caller, @PathVariable String edition,
			@PathVariable String tag) {
		Visit visit = Visit.of(exchange, caller);
		return this.editorials.named(edition)
			.zipWith(newest(ArticleQuery.tagged(edition, tag, LIST, visit.asked("cursor"))))
			.filter((told) -> !told.getT2().value().items().isEmpty())
			.switchIfEmpty(Mono.error(PageProblem.NotFound::new))
			.flatMap((told) -> list(visit, told.getT1(), "#" + tag, Tags.path(told.getT1().edition(), tag),
					Mono.just(told.getT2())));
	}

	@GetMapping("/{edition}/imprint")
	Mono<ResponseEntity<byte[]>> imprint(ServerWebExchange exchange, Caller caller, @PathVariable String edition) {
		Visit visit = Visit.of(exchange, caller);
		return Mono.zip(this.editorials.named(edition), this.authors.of(edition))
			.map((told) -> this.pages.imprint(visit, told.getT1(), told.getT2()));
	}

	private Mono<ResponseEntity<byte[]>> older(Visit visit, Desk desk) {
		Edition edition = desk.edition();
		return list(visit, desk, visit.language().messages().text("list.older"), edition.path(),
				ArticleQuery.part(edition.slug(), null, LIST, visit.asked("cursor")));
	}

	private Mono<ResponseEntity<byte[]>> rubric(Visit visit, Desk desk, Rubric rubric) {
		Edition edition = desk.edition();
		return list(visit, desk, rubric.name(), edition.path() + rubric.slug() + "/",
				ArticleQuery.part(edition.slug(), rubric.slug(), LIST, visit.asked("cursor")));
	}

	private Mono<ResponseEntity<byte[]>> list(Visit visit, Desk desk, String title, String path, ArticleQuery query) {
		return list(visit, desk, title, path, newest(query));
	}

	private Mono<ResponseEntity<byte[]>> list(Visit visit, Desk desk, String title, String path,
			Mono<Recalled<ArticleList>> list) {
		return Mono.zip(list, this.rails.of(desk.edition().slug()))
			.map((told) -> this.pages.list(visit, desk, title, path, told.getT1(), told.getT2()));
	}

	private Mono<Recalled<ArticleList>> newest(ArticleQuery query) {
		return Unanswered.orAway(this.articles.list(query)
			.onErrorMap(WebClientResponseException.BadRequest.class, (failure) -> new PageProblem.NotFound()));
	}

}
