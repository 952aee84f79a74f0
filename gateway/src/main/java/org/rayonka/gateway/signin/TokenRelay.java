package org.rayonka.gateway.signin;

import org.rayonka.gateway.GatewayProblem;
import org.rayonka.gateway.protection.Relayed;
import org.rayonka.gateway.routing.Destination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Shows services the access token of whoever is signed in. A token that the request
 * carries itself goes before.
 */
@Component
class TokenRelay implements GlobalFilter, Ordered {

	private static final Logger log = LoggerFactory.getLogger(TokenRelay.class);

	private static final int FIRST_OF_OURS = 100;

	private final SessionTokens tokens;

	TokenRelay(SessionTokens tokens) {
		this.tokens = tokens;
	}

	@Override
	public int getOrder() {
		return FIRST_OF_OURS;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (!SessionCookie.isIn(exchange) || Destination.isIdentity(exchange)
				|| exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
			return chain.filter(exchange);
		}
		return exchange.getPrincipal()
			.ofType(OAuth2AuthenticationToken.class)
			.flatMap((person) -> this.tokens.of(person, exchange))
			.doOnNext((token) -> Relayed.put(exchange, HttpHeaders.AUTHORIZATION, "Bearer " + token.getTokenValue()))
			.then()
			.onErrorResume((failure) -> goOnWithout(exchange, failure))
			.then(Mono.defer(() -> chain.filter(exchange)));
	}

	/** The issuer is away: reading goes on as a stranger, changing has to wait. */
	private static Mono<Void> goOnWithout(ServerWebExchange exchange, Throwable failure) {
		log.atWarn().addKeyValue("cause", failure.toString()).log("an access token cannot be renewed now");
		return exchange.getRequest().getMethod().equals(HttpMethod.GET) ? Mono.empty()
				: Mono.error(new GatewayProblem.SignInUnavailable());
	}

}
