package org.rayonka.web.front;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes the choice of the region selector and leads to the paper; the network's front
 * page remembers it.
 */
@RestController
class PaperController {

	/** Slug of the chosen edition. */
	static final String COOKIE = "paper";

	private static final Duration YEAR = Duration.ofDays(365);

	private final Editorials editorials;

	PaperController(Editorials editorials) {
		this.editorials = editorials;
	}

	@PostMapping("/me/paper")
	Mono<ResponseEntity<Void>> choose(ServerWebExchange exchange) {
		return exchange.getFormData()
			.map((form) -> Objects.requireNonNullElse(form.getFirst("edition"), ""))
			.flatMap(this::chosen);
	}

	private Mono<ResponseEntity<Void>> chosen(String slug) {
		return slug.isEmpty() ? Mono.just(lead("/", "", Duration.ZERO))
				: this.editorials.named(slug).map((desk) -> lead(desk.edition().path(), desk.edition().slug(), YEAR));
	}

	private static ResponseEntity<Void> lead(String path, String slug, Duration age) {
		ResponseCookie cookie = ResponseCookie.from(COOKIE, slug)
			.path("/")
			.maxAge(age)
			.sameSite("Lax")
			.httpOnly(true)
			.build();
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(path))
			.header(HttpHeaders.SET_COOKIE, cookie.toString())
			.build();
	}

}
