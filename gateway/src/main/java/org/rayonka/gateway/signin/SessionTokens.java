package org.rayonka.gateway.signin;

import java.time.Clock;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The access tokens of people who are signed in, renewed shortly before they expire. A
 * page asks for many things at once: they share one renewal, because issuers take a
 * refresh token once only.
 */
@Component
class SessionTokens {

	private static final Logger log = LoggerFactory.getLogger(SessionTokens.class);

	private static final Duration AHEAD = Duration.ofSeconds(20);

	private static final Duration REMEMBER = Duration.ofSeconds(30);

	private static final int MAX_RENEWALS = 1_000;

	private final Cache<String, Mono<OAuth2AuthorizedClient>> renewals = Caffeine.newBuilder()
		.maximumSize(MAX_RENEWALS)
		.expireAfterWrite(REMEMBER)
		.executor(Runnable::run)
		.build();

	private final ServerOAuth2AuthorizedClientRepository clients;

	private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> issuer;

	private final Clock clock = Clock.systemUTC();

	SessionTokens(ServerOAuth2AuthorizedClientRepository clients,
			ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> issuer) {
		this.clients = clients;
		this.issuer = issuer;
	}

	/**
	 * Finds the token to show to services.
	 * @return empty when the issuer does not renew it any more, which ends the session;
	 * an error when the issuer is away
	 */
	Mono<OAuth2AccessToken> of(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
		String registration = person.getAuthorizedClientRegistrationId();
		return this.clients.<OAuth2AuthorizedClient>loadAuthorizedClient(registration, person, exchange)
			.flatMap((client) -> isFresh(client) ? Mono.just(client) : renew(client, person, exchange))
			.map(OAuth2AuthorizedClient::getAccessToken);
	}

	private boolean isFresh(OAuth2AuthorizedClient client) {
		var end = client.getAccessToken().getExpiresAt();
		return end == null || this.clock.instant().plus(AHEAD).isBefore(end);
	}

	private Mono<OAuth2AuthorizedClient> renew(OAuth2AuthorizedClient old, OAuth2AuthenticationToken person,
			ServerWebExchange exchange) {
		@Nullable OAuth2RefreshToken refresh = old.getRefreshToken();
		if (refresh == null) {
			return endSession(exchange);
		}
		return this.renewals.get(refresh.getTokenValue(), (key) -> renewal(key, old, refresh))
			.flatMap((renewed) -> this.clients.saveAuthorizedClient(renewed, person, exchange).thenReturn(renewed))
			.onErrorResume(SessionTokens::isRefused, (refused) -> {
				log.atInfo().addKeyValue("person", person.getName()).log("a session is not renewed any more");
				return endSession(exchange);
			});
	}

	/** Anything but a clear no is an outage, which ends no session. */
	private static boolean isRefused(Throwable failure) {
		return failure instanceof OAuth2AuthorizationException refused
				&& OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode());
	}

	private Mono<OAuth2AuthorizedClient> renewal(String key, OAuth2AuthorizedClient old, OAuth2RefreshToken refresh) {
		return this.issuer
			.getTokenResponse(
					new OAuth2RefreshTokenGrantRequest(old.getClientRegistration(), old.getAccessToken(), refresh))
			.map((response) -> renewed(old, refresh, response))
			.doOnError((failure) -> this.renewals.invalidate(key))
			.cache();
	}

	private static OAuth2AuthorizedClient renewed(OAuth2AuthorizedClient old, OAuth2RefreshToken refresh,
			OAuth2AccessTokenResponse response) {
		OAuth2RefreshToken next = (response.getRefreshToken() != null) ? response.getRefreshToken() : refresh;
		return new OAuth2AuthorizedClient(old.getClientRegistration(), old.getPrincipalName(),
				response.getAccessToken(), next);
	}

	private static Mono<OAuth2AuthorizedClient> endSession(ServerWebExchange exchange) {
		return exchange.getSession().flatMap(WebSession::invalidate).then(Mono.empty());
	}

}
