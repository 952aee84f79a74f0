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

	private final Editions editions;

	private final Pages pages;

	AboutController(Editions editions, Pages pages) {
		this.editions = editions;
		this.pages = pages;
	}

	@GetMapping("/about/views")
	Mono<ResponseEntity<byte[]>> views(ServerWebExchange exchange, Caller caller) {
		return words(Visit.of(exchange, caller), "views",
				List.of("counted", "repeated", "left-out", "kept", "unknown", "check"));
	}

	@GetMapping("/about/rules")
	Mono<ResponseEntity<byte[]>> rules(ServerWebExchange exchange, Caller caller) {
		return words(Visit.of(exchange, caller), "rules",
				List.of("respect", "law", "moderation", "complaint", "own", "quote"));
	}

	@GetMapping("/about/privacy")
	Mono<ResponseEntity<byte[]>> privacy(ServerWebExchange exchange, Caller caller) {
		return words(Visit.of(exchange, caller), "privacy",
				List.of("reading", "cookies", "device", "comments", "counter", "rights"));
	}

	private Mono<ResponseEntity<byte[]>> words(Visit visit, String key, List<String> parts) {
		return this.editions.all().onErrorReturn(List.of()).map((known) -> words(visit, key, parts, known));
	}

	private ResponseEntity<byte[]> words(Visit visit, String key, List<String> parts, List<Edition> known) {
		Messages t = visit.language().messages();
		Head head = Head.of(t.text(key + ".title"), t.text(key + ".lead"), "/about/" + key);
		return this.pages.render(HttpStatus.OK, "words.jte",
				new WordsPage(this.pages.shell(visit, head, known, null), key, parts));
	}

}
