package org.rayonka.identity.client;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.rayonka.identity.PublicAddress;
import org.rayonka.identity.client.ClientProperties.Given;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * What the platform's clients look like to Spring Authorization Server.
 */
@Component
class ClientRegistrations {

	private final ClientProperties properties;

	private final PublicAddress address;

	ClientRegistrations(ClientProperties properties, PublicAddress address) {
		this.properties = properties;
		this.address = address;
	}

	/**
	 * The gateway signs people in, by authorization code with PKCE, without asking for
	 * consent.
	 */
	RegisteredClient gateway(String secretHash) {
		return confidential("gateway", secretHash).id("gateway")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.redirectUri(this.address.at("/login/oauth2/code/rayonka"))
			.postLogoutRedirectUri(this.address.at("/"))
			.scope(OidcScopes.OPENID)
			.scope(OidcScopes.PROFILE)
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.build();
	}

	/**
	 * The launcher's own client, which may do what an import does, in all editions.
	 */
	RegisteredClient importer(String secretHash) {
		return confidential("rayonka-import", secretHash).id("rayonka-import")
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.scope("newsroom")
			.scope("moderation")
			.clientSettings(
					ClientSettings.builder().setting(ClientEditions.SETTING, new ArrayList<>(List.of("*"))).build())
			.tokenSettings(
					TokenSettings.builder().accessTokenTimeToLive(this.properties.importer().accessTokenLife()).build())
			.build();
	}

	RegisteredClient program(Given given, String secretHash) {
		return confidential(given.id(), secretHash).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.scopes((scopes) -> scopes.addAll(given.scopes()))
			.clientSettings(
					ClientSettings.builder().setting(ClientEditions.SETTING, new ArrayList<>(given.editions())).build())
			.build();
	}

	private RegisteredClient.Builder confidential(String clientId, String secretHash) {
		return RegisteredClient.withId(UUID.randomUUID().toString())
			.clientId(clientId)
			.clientName(clientId)
			.clientSecret(secretHash)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.tokenSettings(TokenSettings.builder()
				.accessTokenTimeToLive(this.properties.accessTokenLife())
				.refreshTokenTimeToLive(this.properties.refreshTokenLife())
				.build());
	}

}
