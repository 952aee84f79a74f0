package org.rayonka.web.sight;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes the form at the top of the version for weak sight, with and without script.
 */
@RestController
class SightController {

	@PostMapping("/a11y")
	Mono<ResponseEntity<Void>> settle(ServerWebExchange exchange) {
		return exchange.getFormData().map(SightController::settle);
	}

	private static ResponseEntity<Void> settle(MultiValueMap<String, String> form) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(ReturnPath.of(form.getFirst("return")))
			.header(HttpHeaders.SET_COOKIE, wished(form).toString())
			.build();
	}

	private static ResponseCookie wished(MultiValueMap<String, String> form) {
		if (form.containsKey("usual")) {
			return Sight.USUAL.cookie();
		}
		Sight sight = Sight.of(form.toSingleValueMap());
		if (sight == null) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return sight.cookie();
	}

}
