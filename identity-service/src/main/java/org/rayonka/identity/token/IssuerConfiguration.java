package org.rayonka.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.rayonka.identity.PublicAddress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The endpoints of OAuth 2 and OpenID Connect.
 */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

	private static final RequestMatcher FOR_CLIENTS = new OrRequestMatcher(post("/oauth2/token"),
			post("/oauth2/introspect"), post("/oauth2/revoke"));

	private static final BearerTokenResolver BEARER = new DefaultBearerTokenResolver();

	@Bean
	AuthorizationServerSettings authorizationServerSettings(PublicAddress address) {
		return AuthorizationServerSettings.builder().issuer(address.issuer()).build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain issuerRules(HttpSecurity http, RequestCache requests) {
		ClientRefused refused = new ClientRefused();
		return http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.oidc(Customizer.withDefaults());
			server.clientAuthentication((clients) -> clients.errorResponseHandler(refused));
			server.tokenEndpoint((tokens) -> tokens.accessTokenRequestConverter(new DefaultScopes()));
		})
			.authorizeHttpRequests((rules) -> rules.anyRequest().authenticated())
			.oauth2ResourceServer((tokens) -> tokens.bearerTokenResolver(IssuerConfiguration::tokenForUserInfo)
				.jwt(Customizer.withDefaults()))
			.requestCache((cache) -> cache.requestCache(requests))
			.exceptionHandling((refusals) -> refusals.defaultAuthenticationEntryPointFor(refused, FOR_CLIENTS)
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"),
						PathPatternRequestMatcher.pathPattern("/oauth2/authorize")))
			.build();
	}

	/** A token is no sign-in: elsewhere it must not lead to further tokens. */
	private static @Nullable String tokenForUserInfo(HttpServletRequest request) {
		return "/userinfo".equals(request.getRequestURI()) ? BEARER.resolve(request) : null;
	}

	private static RequestMatcher post(String path) {
		return PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path);
	}

}
