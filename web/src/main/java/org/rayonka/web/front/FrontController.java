package org.rayonka.web.front;

import java.util.List;

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
		return this.addresses.leadByNumber(exchange.getRequest()).then(Mono.defer(() -> front(visit)));
	}

	private Mono<ResponseEntity<byte[]>> front(Visit visit) {
		return Mono
			.zip(this.editorials.all(), Unanswered.orAway(this.articles.list(ArticleQuery.newest(null, ARTICLES))),
					this.rails.of(null))
			.map((told) -> page(visit, told.getT1(), told.getT2(), told.getT3()));
	}

	private ResponseEntity<byte[]> page(Visit visit, List<Edition> editions, Recalled<ArticleList> newest, Rail rail) {
		String title = visit.language().messages().text("front.title");
		Head head = Head.of(title, visit.language().messages().text("front.description"), "/");
		return this.pages.render(HttpStatus.OK, "front.jte",
				new FrontPage(this.pages.shell(visit, head, editions, null), Spread.of(newest.value().items()), rail,
						newest.fresh()));
	}

}
