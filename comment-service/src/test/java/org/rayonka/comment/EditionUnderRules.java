package org.rayonka.comment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * An edition that settles its rules, and what its readers say then.
 */
class EditionUnderRules {

	private static final Map<String, Object> USUAL = Map.of("open", true, "guests", true, "closeAfterDays", 0,
			"newcomerComments", 3, "maxLinks", 2, "checker", "hold", "restrictedWords", List.of());

	private final Conversation conversation;

	private final String settings;

	EditionUnderRules(Conversation conversation, String edition) {
		this.conversation = conversation;
		this.settings = "/api/v1/moderation/editions/" + edition + "/rules";
	}

	/** Settles the usual with some changes. */
	WebTestClient.ResponseSpec settle(Map<String, Object> changes, String ifMatch) {
		return settle(this.conversation.as("moderator"), changes, ifMatch);
	}

	WebTestClient.ResponseSpec settle(WebTestClient client, Map<String, Object> changes, String ifMatch) {
		Map<String, Object> all = new HashMap<>(USUAL);
		all.putAll(changes);
		return client.put().uri(this.settings).headers((headers) -> {
			if (!ifMatch.isEmpty()) {
				headers.set("If-Match", ifMatch);
			}
		}).bodyValue(all).exchange();
	}

	WebTestClient.ResponseSpec settled(WebTestClient client) {
		return client.get().uri(this.settings).exchange();
	}

	/** The rules as a signed-in reader is told them. */
	WebTestClient.BodyContentSpec explained(String reader) {
		return explained(this.conversation.as(reader)).expectStatus().isOk().expectBody();
	}

	WebTestClient.ResponseSpec explained(WebTestClient client) {
		return client.get().uri(comments() + "/rules").exchange();
	}

	WebTestClient.ResponseSpec posts(String reader, String text) {
		return this.conversation.as(reader)
			.post()
			.uri(comments())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("text", text))
			.exchange();
	}

	Posted posted(String reader, String text) {
		return Objects.requireNonNull(posts(reader, text).expectStatus()
			.isCreated()
			.expectBody(Posted.class)
			.returnResult()
			.getResponseBody());
	}

	private String comments() {
		return "/api/v1/articles/" + this.conversation.article() + "/comments";
	}

	/**
	 * The answer to a posting.
	 *
	 * @param id the comment's id
	 * @param status published or pending
	 * @param because the rules by which it is pending
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Posted(String id, String status, List<String> because) {
	}

}
