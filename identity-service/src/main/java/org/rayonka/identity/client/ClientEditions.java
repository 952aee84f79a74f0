package org.rayonka.identity.client;

import java.util.ArrayList;
import java.util.List;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Which editions an API client may touch, kept among the settings of the registered
 * client.
 */
public final class ClientEditions {

	static final String SETTING = "rayonka.editions";

	private ClientEditions() {
	}

	/**
	 * The editions of a client.
	 * @param client the registered client
	 * @return slugs, or {@code *} for all; none when the client has no such setting
	 */
	public static List<String> of(RegisteredClient client) {
		List<String> editions = client.getClientSettings().getSetting(SETTING);
		return (editions != null) ? editions : new ArrayList<>();
	}

}
