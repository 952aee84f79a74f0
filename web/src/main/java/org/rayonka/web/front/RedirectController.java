package org.rayonka.web.front;

import java.net.URI;

import org.rayonka.web.failure.PageProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Leads addresses without their last slash to the pages that they mean.
 */
@RestController
class RedirectController {

	private final Editorials editorials;

	RedirectController(Editorials editorials) {
		this.editorials = editorials;
	}

	@GetMapping("/{edition}")
	Mono<ResponseEntity<Void>> edition(ServerWebExchange exchange, @PathVariable String edition) {
		return this.editorials.named(edition).map((desk) -> withSlash(exchange));
	}

	@GetMapping("/{edition}/{rubric}")
	Mono<ResponseEntity<Void>> rubric(ServerWebExchange exchange, @PathVariable String edition,
			@PathVariable String rubric) {
		return this.editorials.named(edition)
			.filter((desk) -> desk.edition().rubric(rubric).isPresent())
			.switchIfEmpty(Mono.error(PageProblem.NotFound::new))
			.map((desk) -> withSlash(exchange));
	}

	private static ResponseEntity<Void> withSlash(ServerWebExchange exchange) {
		URI asked = exchange.getRequest().getURI();
		String query = (asked.getRawQuery() != null) ? "?" + asked.getRawQuery() : "";
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
			.location(URI.create(asked.getRawPath() + "/" + query))
			.build();
	}

}
