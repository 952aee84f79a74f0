package org.rayonka.gateway.signin;

import java.security.Principal;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tells a page's script who reads it, since pages themselves are the same for everybody.
 */
@RestController
class AccountController {

	private final SessionTokens tokens;

	AccountController(SessionTokens tokens) {
		this.tokens = tokens;
	}

	@GetMapping("/api/v1/me")
	Mono<ResponseEntity<Account>> me(ServerWebExchange exchange) {
		return exchange.getPrincipal()
			.flatMap((principal) -> accountOf(principal, exchange))
			.defaultIfEmpty(Account.STRANGER)
			.map((account) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(account));
	}

	private Mono<Account> accountOf(Principal principal, ServerWebExchange exchange) {
		return switch (principal) {
			case JwtAuthenticationToken token -> Mono.just(Account.of(token.getTokenAttributes()));
			case OAuth2AuthenticationToken person -> this.tokens.of(person, exchange)
				.map((token) -> Account.of(token.getTokenValue(), person.getPrincipal().getAttributes()));
			default -> Mono.empty();
		};
	}

}
