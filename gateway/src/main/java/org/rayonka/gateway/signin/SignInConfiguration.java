package org.rayonka.gateway.signin;

import org.jspecify.annotations.Nullable;
import org.rayonka.gateway.GatewayProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Authenticates programs by bearer token and people by session. A request that brings
 * neither passes no filter chain at all: most readers are strangers. What somebody may do
 * is judged by the services.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SignInConfiguration {

	/** A span for each filter of security would cost more than the filters. */
	@Bean
	SecurityObservationSettings unobservedSecurity() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	ServerOAuth2AuthorizedClientRepository authorizedClients() {
		return new WebSessionServerOAuth2AuthorizedClientRepository();
	}

	@Bean
	@Order(1)
	SecurityWebFilterChain programs(ServerHttpSecurity http) {
		return bare(http).securityMatcher(matching(SignInConfiguration::showsToken))
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> {
			}).authenticationFailureHandler(SignInConfiguration::refuse))
			.build();
	}

	@Bean
	@Order(2)
	SecurityWebFilterChain people(ServerHttpSecurity http, SignIn signIn) {
		return bare(http).securityMatcher(matching((exchange) -> SignIn.concerns(exchange) || mayHaveSession(exchange)))
			.addFilterBefore(signIn::onlyWithSessions, SecurityWebFiltersOrder.REACTOR_CONTEXT)
			.exceptionHandling((handling) -> handling
				.authenticationEntryPoint((exchange, failure) -> Mono.error(new GatewayProblem.NoSuchAddress())))
			.oauth2Login((login) -> login.authorizationRequestResolver(signIn.requests())
				.authenticationSuccessHandler(signIn::succeeded)
				.authenticationFailureHandler(signIn::failed))
			.logout((logout) -> logout.requiresLogout(matching(SignIn::isSignOut))
				.logoutHandler(new DelegatingServerLogoutHandler(new SecurityContextServerLogoutHandler(),
						new WebSessionServerLogoutHandler()))
				.logoutSuccessHandler(signIn.signedOut()))
			.build();
	}

	/** Headers and cross-site requests are seen to before, for all requests alike. */
	private static ServerHttpSecurity bare(ServerHttpSecurity http) {
		return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.headers(ServerHttpSecurity.HeaderSpec::disable)
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable);
	}

	private static Mono<Void> refuse(WebFilterExchange filters, AuthenticationException failure) {
		return Mono
			.error((failure instanceof AuthenticationServiceException) ? failure : new GatewayProblem.InvalidToken());
	}

	private static boolean showsToken(ServerWebExchange exchange) {
		@Nullable String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		return authorization != null && authorization.regionMatches(true, 0, "Bearer", 0, 6);
	}

	/** Files are the same for everybody. */
	private static boolean mayHaveSession(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		return SessionCookie.isIn(exchange) && !path.startsWith("/assets/") && !path.startsWith("/media/");
	}

	private static ServerWebExchangeMatcher matching(java.util.function.Predicate<ServerWebExchange> condition) {
		return (exchange) -> condition.test(exchange) ? MatchResult.match() : MatchResult.notMatch();
	}

}
