package org.rayonka.identity.token;

import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;

import org.rayonka.identity.account.Account;
import org.rayonka.identity.account.Accounts;
import org.rayonka.identity.account.Role;
import org.rayonka.identity.client.ClientEditions;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What services learn from a token beyond the standard claims: {@code name},
 * {@code roles}, {@code editions}. A person's are read anew for every token, so that a
 * role taken away is gone when the access token is renewed.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private final Accounts accounts;

	TokenClaims(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
			ofProgram(context);
		}
		else {
			Authentication person = context.getPrincipal();
			ofPerson(context, account(Objects.requireNonNull(person).getName()));
		}
	}

	private static void ofProgram(JwtEncodingContext context) {
		context.getClaims()
			.claim("name", context.getRegisteredClient().getClientName())
			.claim("editions", new ArrayList<>(ClientEditions.of(context.getRegisteredClient())));
	}

	private static void ofPerson(JwtEncodingContext context, Account account) {
		context.getClaims()
			.claim("name", account.name())
			.claim("roles", new ArrayList<>(account.roles().stream().map(Role::slug).toList()))
			.claim("editions", new ArrayList<>(account.editions()));
	}

	private Account account(String id) {
		return this.accounts.findById(UUID.fromString(id))
			.filter(Account::enabled)
			.orElseThrow(() -> new OAuth2AuthenticationException(
					new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, "The account is closed", null)));
	}

}
