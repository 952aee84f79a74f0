package org.rayonka.identity.token;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Repository;
import org.springframework.util.function.SingletonSupplier;

/**
 * What was granted and is still good, in PostgreSQL, so that a restart loses nothing. The
 * framework's own store asks the database for its columns when it is made: here that is
 * not before it is needed, so that the service starts without a database.
 */
@Repository
class Authorizations implements OAuth2AuthorizationService {

	private final SingletonSupplier<OAuth2AuthorizationService> store;

	Authorizations(JdbcOperations jdbc, RegisteredClientRepository clients) {
		this.store = SingletonSupplier.of(() -> new JdbcOAuth2AuthorizationService(jdbc, clients));
	}

	@Override
	public void save(OAuth2Authorization authorization) {
		this.store.obtain().save(authorization);
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		this.store.obtain().remove(authorization);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return this.store.obtain().findById(id);
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		return this.store.obtain().findByToken(token, type);
	}

}
