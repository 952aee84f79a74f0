package org.rayonka.web.author;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.web.article.ArticleList;
import org.rayonka.web.article.ArticleQuery;
import org.rayonka.web.article.Articles;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Editions;
import org.rayonka.web.failure.PageProblem;
import org.rayonka.web.failure.Unanswered;
import org.rayonka.web.memory.Recalled;
import org.rayonka.web.page.Head;
import org.rayonka.web.page.Pages;
import org.rayonka.web.page.Shell;
import org.rayonka.web.page.Visit;
import org.rayonka.web.rail.Rail;
import org.rayonka.web.rail.Rails;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The page of an author: who it is, and all that was written in whatever edition.
 */
@RestController
class AuthorController {

	private static final int LIST = 20;

	private final Authors authors;

	private final Articles articles;

	private final Editions editions;

	private final Rails rails;

	private final Pages pages;

	AuthorController(Authors authors, Articles articles, Editions editions, Rails rails, Pages pages) {
		this.authors = authors;
		this.articles = articles;
		this.editions = editions;
		this.rails = rails;
		this.pages = pages;
	}

	@GetMapping("/author/{slug}")
	ResponseEntity<Void> withSlash(@PathVariable String slug) {
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
			.location(URI.create(new Author(slug, "", "", null, null, null).path()))
			.build();
	}

	@GetMapping("/author/{slug}/")
	Mono<ResponseEntity<byte[]>> author(ServerWebExchange exchange, Caller caller, @PathVariable String slug) {
		Visit visit = Visit.of(exchange, caller);
		return known(this.authors.named(slug)).flatMap((author) -> Mono
			.zip(known(this.articles.list(ArticleQuery.by(slug, LIST, visit.asked("cursor")))),
					this.editions.all().onErrorReturn(List.of()), this.rails.of(author.edition()))
			.map((told) -> page(visit, author, told.getT1(), told.getT2(), told.getT3())));
	}

	private static <T> Mono<T> known(Mono<T> source) {
		return Unanswered
			.orAway(source.onErrorMap(AuthorController::isMissing, (failure) -> new PageProblem.NotFound()));
	}

	private static boolean isMissing(Throwable failure) {
		return failure instanceof WebClientResponseException.NotFound
				|| failure instanceof WebClientResponseException.BadRequest;
	}

	private ResponseEntity<byte[]> page(Visit visit, Author author, Recalled<ArticleList> list, List<Edition> editions,
			Rail rail) {
		boolean older = visit.asked("cursor") != null;
		AuthorPage page = new AuthorPage(shell(visit, author, editions, older), author, list.value().items(), rail,
				older, list.value().next(), list.fresh());
		return this.pages.render(HttpStatus.OK, "author.jte", page);
	}

	private Shell shell(Visit visit, Author author, List<Edition> editions, boolean older) {
		Head head = Head.of(author.name(), Objects.requireNonNullElse(author.about(),
				visit.language().messages().text("author.description", author.name())), author.path());
		return this.pages.shell(visit, older ? head.hidden() : head, editions, edition(author, editions));
	}

	private static @Nullable Edition edition(Author author, List<Edition> editions) {
		return editions.stream().filter((edition) -> edition.slug().equals(author.edition())).findFirst().orElse(null);
	}

}
