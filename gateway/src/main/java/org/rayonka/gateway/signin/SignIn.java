package org.rayonka.gateway.signin;

import java.net.URI;

import org.rayonka.gateway.GatewayProblem;
import org.rayonka.gateway.Site;
import org.rayonka.gateway.routing.StandbyPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The steps of signing in and out: where people go, and where they come back to.
 */
@Component
class SignIn {

	/** The link that begins it. */
	static final String START = "/oauth2/authorization/";

	/** Where the issuer sends people back to. */
	static final String CALLBACK = "/login/oauth2/code/";

	/** Ends the session (POST). */
	static final String SIGN_OUT = "/sign-out";

	private static final Logger log = LoggerFactory.getLogger(SignIn.class);

	private static final URI FAILED = URI.create("/?sign-in=failed");

	private final ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();

	private final ReactiveClientRegistrationRepository registrations;

	private final KeptSessions<?> sessions;

	private final ReturnPath returnPath;

	private final SignInProperties properties;

	private final Site site;

	private final StandbyPage standby;

	SignIn(ReactiveClientRegistrationRepository registrations, KeptSessions<?> sessions, ReturnPath returnPath,
			SignInProperties properties, Site site, StandbyPage standby) {
		this.standby = standby;
		this.registrations = registrations;
		this.sessions = sessions;
		this.returnPath = returnPath;
		this.properties = properties;
		this.site = site;
	}

	static boolean concerns(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		return path.startsWith(START) || path.startsWith(CALLBACK) || isSignOut(exchange);
	}

	static boolean isSignOut(ServerWebExchange exchange) {
		return exchange.getRequest().getPath().value().equals(SIGN_OUT)
				&& exchange.getRequest().getMethod().equals(HttpMethod.POST);
	}

	/** Lets people begin and finish only what can be kept. */
	Mono<Void> onlyWithSessions(ServerWebExchange exchange, WebFilterChain chain) {
		if (!concerns(exchange) || isSignOut(exchange)) {
			return chain.filter(exchange);
		}
		return this.sessions.check()
			.thenReturn(true)
			.onErrorReturn(false)
			.flatMap((kept) -> kept ? chain.filter(exchange) : unavailable(exchange));
	}

	private Mono<Void> unavailable(ServerWebExchange exchange) {
		return StandbyPage.isFor(exchange) ? this.standby.show(exchange, GatewayProblem.SignInUnavailable.WAIT)
				: Mono.error(new GatewayProblem.SignInUnavailable());
	}

	ServerOAuth2AuthorizationRequestResolver requests() {
		DefaultServerOAuth2AuthorizationRequestResolver resolver = new DefaultServerOAuth2AuthorizationRequestResolver(
				this.registrations);
		resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		return new ServerOAuth2AuthorizationRequestResolver() {
			@Override
			public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
				return resolver.resolve(exchange).flatMap((request) -> keepReturnPath(exchange).thenReturn(request));
			}

			@Override
			public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registration) {
				return resolver.resolve(exchange, registration);
			}
		};
	}

	Mono<Void> succeeded(WebFilterExchange filters, Authentication person) {
		ServerWebExchange exchange = filters.getExchange();
		return exchange.getSession().flatMap((session) -> {
			session.setMaxIdleTime(this.properties.sessionIdle());
			return this.redirects.sendRedirect(exchange, this.returnPath.take(session));
		});
	}

	Mono<Void> failed(WebFilterExchange filters, AuthenticationException failure) {
		log.atInfo().addKeyValue("cause", failure.getMessage()).log("a sign-in failed");
		return this.redirects.sendRedirect(filters.getExchange(), FAILED);
	}

	ServerLogoutSuccessHandler signedOut() {
		OidcClientInitiatedServerLogoutSuccessHandler issuer = new OidcClientInitiatedServerLogoutSuccessHandler(
				this.registrations);
		issuer.setPostLogoutRedirectUri(this.site.at("/"));
		issuer.setLogoutSuccessUrl(URI.create("/"));
		return issuer;
	}

	private Mono<WebSession> keepReturnPath(ServerWebExchange exchange) {
		return exchange.getSession().doOnNext((session) -> this.returnPath.keep(exchange, session));
	}

}
