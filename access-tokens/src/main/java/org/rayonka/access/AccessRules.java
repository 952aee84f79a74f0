package org.rayonka.access;

import java.util.function.Consumer;

import org.rayonka.problems.Problems;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Builds the filter chain of a service that knows callers by bearer tokens alone: no
 * sessions, no forms, no cookies. A service says only which of its paths need a token;
 * actuator and OpenAPI stay open, since no service is reachable from outside but through
 * the gateway.
 */
public final class AccessRules {

	private static final String[] OPEN = { "/actuator/**", "/openapi.json" };

	private final Problems problems;

	AccessRules(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Builds the chain.
	 * @param http the builder that Spring hands out
	 * @param paths the service's own rules, first match wins; they must end with
	 * {@code anyExchange()}
	 * @return the chain to expose as a bean
	 */
	public SecurityWebFilterChain protect(ServerHttpSecurity http, Consumer<AuthorizeExchangeSpec> paths) {
		return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.headers(ServerHttpSecurity.HeaderSpec::disable)
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.authorizeExchange((exchanges) -> paths.accept(exchanges.pathMatchers(OPEN).permitAll()))
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> {
			}).authenticationEntryPoint(this::unauthenticated))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(this::unauthenticated)
				.accessDeniedHandler((exchange, denied) -> this.problems.write(exchange,
						new AccessProblem.Forbidden("The token does not allow this"))))
			.build();
	}

	private Mono<Void> unauthenticated(ServerWebExchange exchange, AuthenticationException failure) {
		return this.problems.write(exchange, new AccessProblem.Unauthenticated());
	}

}
