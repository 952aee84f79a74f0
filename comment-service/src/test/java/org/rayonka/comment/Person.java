package org.rayonka.comment;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

/**
 * Somebody with an account or a visitor's cookie whom no other test knows.
 */
final class Person {

	private final String id;

	private final WebTestClient client;

	private Person(String id, WebTestClient client) {
		this.id = id;
		this.client = client;
	}

	static Person signedIn(WebTestClient client) {
		String id = "reader-" + UUID.randomUUID();
		return new Person(id,
				client.mutateWith(mockJwt().jwt((token) -> token.subject(id)
					.claim("name", "Пётр Ильин")
					.claim("roles", List.of("reader"))
					.claim("editions", List.of("*")))));
	}

	static Person guest(WebTestClient client) {
		String id = "visitor-" + UUID.randomUUID();
		return new Person(id, client.mutate().defaultHeader("Rayonka-Visitor", id).build());
	}

	String id() {
		return this.id;
	}

	String says(UUID article, String json) {
		return Conversation.idOf(sends("POST", "/api/v1/articles/" + article + "/comments", json));
	}

	WebTestClient.ResponseSpec sends(String method, String path, String json) {
		return this.client.method(HttpMethod.valueOf(method))
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange();
	}

	WebTestClient.ResponseSpec asks(String method, String path) {
		return this.client.method(HttpMethod.valueOf(method)).uri(path).exchange();
	}

}
