package org.rayonka.standalone.command;

import java.util.StringJoiner;

import org.rayonka.standalone.platform.Platform;
import tools.jackson.databind.JsonNode;

/**
 * Where everything is, and who may sign in.
 *
 * @param status the supervisor's report
 */
record Summary(JsonNode status) {

	String text() {
		StringBuilder text = new StringBuilder();
		text.append("\nThe site   ").append(this.status.path("url").asString());
		text.append("\nOps        ").append(this.status.path("ops").asString()).append('\n');
		if (this.status.path("demo").path("accounts").isEmpty()) {
			text.append("Account    %s  password: ./rayonka env identity-service%n".formatted(Platform.ADMINISTRATOR));
		}
		for (JsonNode account : this.status.path("demo").path("accounts")) {
			text.append("Account    %s  password %s  (%s)%n".formatted(account.path("email").asString(),
					account.path("password").asString(), words(account.path("roles"))));
		}
		for (JsonNode client : this.status.path("demo").path("clients")) {
			text.append("Client     %s  secret %s  (%s)%n".formatted(client.path("id").asString(),
					client.path("secret").asString(), words(client.path("scopes"))));
		}
		return text.append('\n').toString();
	}

	private static String words(JsonNode list) {
		StringJoiner words = new StringJoiner(", ");
		list.forEach((word) -> words.add(word.asString()));
		return words.toString();
	}

}
