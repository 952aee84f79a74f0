package org.rayonka.access;

import org.rayonka.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Builds the filter chain of a service that knows callers by bearer tokens alone: no
 * sessions, no forms, no cookies. A service says only which of its paths need a token.
 * Whoever shows none and asks for something open passes no filter: most readers do.
 * Actuator and OpenAPI are open, since no service is reachable from outside but through
 * the gateway.
 */
public final class AccessRules {

	private final Problems problems;

	AccessRules(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Builds the chain.
	 * @param http the builder that Spring hands out
	 * @param closed what needs a token; all else is open
	 * @return the chain to expose as a bean
	 */
	public SecurityWebFilterChain protect(ServerHttpSecurity http, ServerWebExchangeMatcher closed) {
		return http.securityMatcher(new OrServerWebExchangeMatcher(AccessRules::showsToken, closed))
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.headers(ServerHttpSecurity.HeaderSpec::disable)
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.authorizeExchange((exchanges) -> exchanges.matchers(closed).authenticated().anyExchange().permitAll())
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> {
			}).authenticationEntryPoint(this::unauthenticated))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(this::unauthenticated)
				.accessDeniedHandler((exchange, denied) -> this.problems.write(exchange,
						new AccessProblem.Forbidden("The token does not allow this"))))
			.build();
	}

	private static Mono<MatchResult> showsToken(ServerWebExchange exchange) {
		return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION) ? MatchResult.match()
				: MatchResult.notMatch();
	}

	private Mono<Void> unauthenticated(ServerWebExchange exchange, AuthenticationException failure) {
		return this.problems.write(exchange, new AccessProblem.Unauthenticated());
	}

}
