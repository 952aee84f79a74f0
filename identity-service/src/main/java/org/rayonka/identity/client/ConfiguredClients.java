package org.rayonka.identity.client;

import java.util.Objects;
import java.util.Optional;

import org.rayonka.identity.Preparation;
import org.rayonka.identity.client.ClientProperties.Given;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Brings the gateway's and the importer's registrations up to date with the
 * configuration, and creates the configured API clients that do not exist yet.
 */
@Component
class ConfiguredClients implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(ConfiguredClients.class);

	private final ClientProperties properties;

	private final ClientRegistrations registrations;

	private final RegisteredClientRepository clients;

	private final PasswordEncoder passwords;

	ConfiguredClients(ClientProperties properties, ClientRegistrations registrations,
			RegisteredClientRepository clients, PasswordEncoder passwords) {
		this.properties = properties;
		this.registrations = registrations;
		this.clients = clients;
		this.passwords = passwords;
	}

	@Override
	public void prepare() {
		if (StringUtils.hasText(this.properties.gatewaySecret())) {
			this.clients.save(this.registrations.gateway(kept("gateway", this.properties.gatewaySecret())));
		}
		else {
			logger.warn("rayonka.identity.gateway-secret is not set: nobody can sign in through the gateway");
		}
		String importer = this.properties.importer().secret();
		if (StringUtils.hasText(importer)) {
			this.clients.save(this.registrations.importer(kept("rayonka-import", importer)));
		}
		this.properties.clients()
			.stream()
			.filter((given) -> this.clients.findByClientId(given.id()) == null)
			.forEach(this::add);
	}

	/**
	 * The hash that is there already when it is of this secret: a new one would differ in
	 * its salt.
	 */
	private String kept(String client, String secret) {
		return Optional.ofNullable(this.clients.findByClientId(client))
			.map(RegisteredClient::getClientSecret)
			.filter((hash) -> this.passwords.matches(secret, hash))
			.orElseGet(() -> hash(secret));
	}

	private void add(Given given) {
		this.clients.save(this.registrations.program(given, hash(given.secret())));
		logger.atInfo().addKeyValue("client", given.id()).addKeyValue("scopes", given.scopes()).log("Client created");
	}

	private String hash(String secret) {
		return Objects.requireNonNull(this.passwords.encode(secret));
	}

}
