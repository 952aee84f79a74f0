package org.rayonka.gateway.signin;

import java.time.Duration;
import java.util.Map;

import io.netty.channel.ChannelOption;
import org.rayonka.gateway.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.AbstractWebClientReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * How the gateway talks to the OIDC issuer: as one registered client, with time-outs.
 */
@Configuration(proxyBeanMethods = false)
class Issuer {

	static final String REGISTRATION = "rayonka";

	private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);

	private static final Duration RESPONSE_LIMIT = Duration.ofSeconds(5);

	@Bean
	ReactiveClientRegistrationRepository clientRegistrations(SignInProperties issuer, Site site) {
		return new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
			.clientId(issuer.clientId())
			.clientSecret(issuer.clientSecret())
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(site.at("/login/oauth2/code/" + REGISTRATION))
			.scope(issuer.scopes())
			.issuerUri(issuer.issuer())
			.authorizationUri(issuer.authorizationUri().toString())
			.tokenUri(issuer.tokenUri().toString())
			.jwkSetUri(issuer.jwkSetUri().toString())
			.userNameAttributeName("sub")
			.providerConfigurationMetadata(Map.of("end_session_endpoint", issuer.endSessionUri().toString()))
			.build());
	}

	@Bean
	ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
		return patient(new WebClientReactiveAuthorizationCodeTokenResponseClient());
	}

	@Bean
	ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes() {
		return patient(new WebClientReactiveRefreshTokenTokenResponseClient());
	}

	/** Checks access tokens that API clients show. */
	@Bean
	ReactiveJwtDecoder accessTokens(SignInProperties issuer) {
		NimbusReactiveJwtDecoder decoder = decoder(issuer);
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer.issuer()));
		return new RememberedTokens(decoder);
	}

	/** Checks the ID tokens of people who sign in. */
	@Bean
	ReactiveJwtDecoderFactory<ClientRegistration> idTokens(SignInProperties issuer) {
		return (registration) -> {
			NimbusReactiveJwtDecoder decoder = decoder(issuer);
			decoder.setClaimSetConverter(
					new ClaimTypeConverter(ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
			decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
					new OidcIdTokenValidator(registration)));
			return decoder;
		};
	}

	private static NimbusReactiveJwtDecoder decoder(SignInProperties issuer) {
		return NimbusReactiveJwtDecoder.withJwkSetUri(issuer.jwkSetUri().toString())
			.webClient(webClient())
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.jwsAlgorithm(SignatureAlgorithm.ES256)
			.build();
	}

	private static <C extends AbstractWebClientReactiveOAuth2AccessTokenResponseClient<?>> C patient(C client) {
		client.setWebClient(webClient());
		return client;
	}

	private static WebClient webClient() {
		return WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create()
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_LIMIT.toMillis())
				.responseTimeout(RESPONSE_LIMIT)))
			.build();
	}

}
