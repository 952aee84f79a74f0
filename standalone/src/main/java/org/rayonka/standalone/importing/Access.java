package org.rayonka.standalone.importing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the platform is and what the launcher proves itself with.
 *
 * @param url of the site, without a slash at its end
 * @param client an API client with the scopes newsroom and moderation
 * @param secret the client's
 */
public record Access(String url, String client, String secret) {

	/** The client that the platform makes for the launcher. */
	public static final String LAUNCHER = "rayonka-import";

	String basic() {
		return "Basic " + Base64.getEncoder()
			.encodeToString((this.client + ":" + this.secret).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "Access[" + this.url + ", " + this.client + "]";
	}

}
