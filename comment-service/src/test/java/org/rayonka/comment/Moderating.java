package org.rayonka.comment;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

/**
 * A moderator at the desk.
 */
class Moderating {

	static final String DESK = "/api/v1/moderation";

	private final WebTestClient client;

	/** A moderator of his own name, of one edition. */
	Moderating(WebTestClient client, String name, String edition) {
		this.client = client.mutateWith(mockJwt().jwt((token) -> token.subject("account-of-" + name)
			.claim("name", name)
			.claim("roles", List.of("moderator"))
			.claim("editions", List.of(edition))));
	}

	WebTestClient.ResponseSpec send(String method, String path, @Nullable String json) {
		WebTestClient.RequestBodySpec request = this.client.method(HttpMethod.valueOf(method)).uri(DESK + path);
		return (json == null) ? request.exchange()
				: request.contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
	}

	WebTestClient.ResponseSpec decide(String comment, String verdict) {
		return send("POST", "/comments/%s/%s".formatted(comment, verdict), null);
	}

	/** Does something, and returns the action by which it can be undone. */
	String action(String method, String path, @Nullable String json) {
		Done done = Objects.requireNonNull(
				send(method, path, json).expectStatus().isOk().expectBody(Done.class).returnResult().getResponseBody());
		return Objects.requireNonNull(done.action());
	}

	WebTestClient.ResponseSpec undo(String action) {
		return send("POST", "/actions/%s/undo".formatted(action), null);
	}

	List<Item> queue(String query) {
		return page(query).items();
	}

	Listing page(String query) {
		return Objects.requireNonNull(send("GET", "/queue" + query, null).expectStatus()
			.isOk()
			.expectBody(Listing.class)
			.returnResult()
			.getResponseBody());
	}

	Item waiting(String comment) {
		return queue("?limit=100").stream().filter((item) -> item.id().equals(comment)).findFirst().orElseThrow();
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Done(@Nullable String action) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Listing(List<Item> items, @Nullable String next) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Item(String id, String author, String status, int reports, double weight, List<String> categories,
			@Nullable String claimedBy, Record record) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Record(long published, long rejected) {
	}

}
