package org.rayonka.web.front;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.web.article.ArticleList;
import org.rayonka.web.article.ArticleQuery;
import org.rayonka.web.article.Articles;
import org.rayonka.web.article.Edition;
import org.rayonka.web.failure.Unanswered;
import org.rayonka.web.memory.Recalled;
import org.rayonka.web.moved.OldAddresses;
import org.rayonka.web.page.Head;
import org.rayonka.web.page.Pages;
import org.rayonka.web.page.Visit;
import org.rayonka.web.rail.Rail;
import org.rayonka.web.rail.Rails;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The front page of the network.
 */
@RestController
class FrontController {

	private static final int ARTICLES = 17;

	private static final int OWN_ARTICLES = 4;

	private final Editorials editorials;

	private final Articles articles;

	private final Rails rails;

	private final Pages pages;

	private final OldAddresses addresses;

	FrontController(Editorials editorials, Articles articles, Rails rails, Pages pages, OldAddresses addresses) {
		this.addresses = addresses;
		this.editorials = editorials;
		this.articles = articles;
		this.rails = rails;
		this.pages = pages;
	}

	@GetMapping("/")
	Mono<ResponseEntity<byte[]>> front(ServerWebExchange exchange, Caller caller) {
		Visit visit = Visit.of(exchange, caller);
		HttpCookie paper = exchange.getRequest().getCookies().getFirst(PaperController.COOKIE);
		return this.addresses.leadByNumber(exchange.getRequest())
			.then(Mono.defer(() -> front(visit, (paper != null) ? paper.getValue() : null)));
	}

	private Mono<ResponseEntity<byte[]>> front(Visit visit, @Nullable String paper) {
		return this.editorials.all()
			.flatMap((editions) -> Mono
				.zip(Unanswered.orAway(this.articles.list(ArticleQuery.newest(null, ARTICLES))), this.rails.of(null),
						own(paper, editions))
				.map((told) -> page(visit, editions, told.getT1(), told.getT2(), told.getT3().orElse(null))));
	}

	/** Empty also when its articles cannot be had: the page is whole without them. */
	private Mono<Optional<OwnPaper>> own(@Nullable String paper, List<Edition> editions) {
		return Mono.justOrEmpty(editions.stream().filter((edition) -> edition.slug().equals(paper)).findFirst())
			.flatMap((edition) -> this.articles.list(ArticleQuery.newest(edition.slug(), OWN_ARTICLES))
				.map((newest) -> new OwnPaper(edition, newest.value().items())))
			.onErrorComplete(Unanswered::is)
			.singleOptional();
	}

	private ResponseEntity<byte[]> page(Visit visit, List<Edition> editions, Recalled<ArticleList> newest, Rail rail,
			@Nullable OwnPaper own) {
		String title = visit.language().messages().text("front.title");
		Head head = Head.of(title, visit.language().messages().text("front.description"), "/");
		return this.pages.render(HttpStatus.OK, "front.jte",
				new FrontPage(this.pages.shell(visit, head, editions, null), own, Spread.of(newest.value().items()),
						rail, newest.fresh()));
	}

}
