package org.rayonka.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Gives an API client that asks for no scope all that it is registered for (RFC 6749,
 * section 3.3, a pre-defined default); the framework would give none.
 */
class DefaultScopes implements AuthenticationConverter {

	private final AuthenticationConverter requests = new OAuth2ClientCredentialsAuthenticationConverter();

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		Authentication asked = this.requests.convert(request);
		return (asked instanceof OAuth2ClientCredentialsAuthenticationToken token && token.getScopes().isEmpty())
				? withAll(token) : asked;
	}

	private static Authentication withAll(OAuth2ClientCredentialsAuthenticationToken token) {
		RegisteredClient client = (token.getPrincipal() instanceof OAuth2ClientAuthenticationToken authenticated)
				? authenticated.getRegisteredClient() : null;
		return (client != null) ? new OAuth2ClientCredentialsAuthenticationToken((Authentication) token.getPrincipal(),
				client.getScopes(), token.getAdditionalParameters()) : token;
	}

}
