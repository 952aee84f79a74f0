package org.rayonka.web.front;

import java.util.List;

import org.rayonka.access.Caller;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Editions;
import org.rayonka.web.page.Head;
import org.rayonka.web.page.Messages;
import org.rayonka.web.page.Pages;
import org.rayonka.web.page.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Pages that explain.
 */
@RestController
class AboutController {

	private static final String VIEWS = "/about/views";

	private final Editions editions;

	private final Pages pages;

	AboutController(Editions editions, Pages pages) {
		this.editions = editions;
		this.pages = pages;
	}

	@GetMapping(VIEWS)
	Mono<ResponseEntity<byte[]>> views(ServerWebExchange exchange, Caller caller) {
		Visit visit = Visit.of(exchange, caller);
		return this.editions.all().onErrorReturn(List.of()).map((known) -> views(visit, known));
	}

	private ResponseEntity<byte[]> views(Visit visit, List<Edition> known) {
		Messages t = visit.language().messages();
		Head head = Head.of(t.text("views.title"), t.text("views.lead"), VIEWS);
		return this.pages.render(HttpStatus.OK, "views.jte", new PlainPage(this.pages.shell(visit, head, known, null)));
	}

}
