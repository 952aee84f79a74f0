package org.rayonka.web.reader;

import java.security.Principal;
import java.time.Duration;

import org.rayonka.access.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Makes the {@link Caller} of a request known. A token that cannot be checked now, or is
 * not good any more, makes the reader a stranger: the page is shown all the same.
 */
final class SignedIn implements WebFilter {

	private static final Duration DEADLINE = Duration.ofMillis(500);

	private static final String BEARER = "Bearer ";

	private final ReactiveJwtDecoder tokens;

	SignedIn(ReactiveJwtDecoder tokens) {
		this.tokens = tokens;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		if (authorization == null || !authorization.startsWith(BEARER)) {
			return chain.filter(exchange);
		}
		Mono<Principal> person = person(authorization.substring(BEARER.length()));
		return chain.filter(exchange.mutate().principal(person).build());
	}

	private Mono<Principal> person(String token) {
		return Mono.defer(() -> this.tokens.decode(token))
			.timeout(DEADLINE)
			.map((jwt) -> (Principal) new JwtAuthenticationToken(jwt))
			.onErrorComplete()
			.cache();
	}

}
