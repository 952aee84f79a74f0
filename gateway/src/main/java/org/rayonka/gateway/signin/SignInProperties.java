package org.rayonka.gateway.signin;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The OIDC issuer that knows people: identity-service, or any other. Its addresses are
 * named one by one, so that nothing has to be reachable when the gateway starts.
 *
 * @param issuer what it calls itself in tokens
 * @param authorizationUri where browsers are sent to sign in
 * @param tokenUri where codes become tokens, as the gateway reaches it
 * @param jwkSetUri where its keys are, as the gateway reaches it
 * @param endSessionUri where browsers are sent to sign out
 * @param clientId how the gateway is known there
 * @param clientSecret shared with it
 * @param scopes asked for
 * @param sessionIdle when a session that nobody uses ends
 * @param unfinished how long signing in may take
 */
@Validated
@ConfigurationProperties("rayonka.sign-in")
record SignInProperties(@NotBlank String issuer, @NotNull URI authorizationUri, @NotNull URI tokenUri,
		@NotNull URI jwkSetUri, @NotNull URI endSessionUri, @NotBlank String clientId, @NotBlank String clientSecret,
		@DefaultValue( {
				"openid", "profile" }) List<String> scopes,
		@DefaultValue("7d") Duration sessionIdle, @DefaultValue("10m") Duration unfinished){

	@Override
	public String toString() {
		return "SignInProperties[issuer=" + this.issuer + "]";
	}
}
