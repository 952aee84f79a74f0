package org.rayonka.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.Topics;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A discussion follows its article, and takes in what was said elsewhere.
 */
@OnRealServers
class DiscussionApplicationIT {

	@Autowired
	private Conversations conversations;

	private Conversation conversation;

	@BeforeEach
	void anArticleIsPublished() {
		this.conversation = this.conversations.begin();
	}

	@Test
	void closesWithTheArticle() {
		this.conversation.said("Успел");
		this.conversation.closed(2);
		await().untilAsserted(
				() -> this.conversation.readerPosts("{\"text\":\"Поздно\"}", null).expectStatus().isEqualTo(409));
		this.conversation.list("").expectStatus().isOk().expectBody().jsonPath("$.open").isEqualTo(false);
		this.conversation.withdrawn(4);
		await().untilAsserted(() -> this.conversation.list("").expectStatus().isEqualTo(410));
		this.conversation.readerPosts("{\"text\":\"Поздно\"}", null).expectStatus().isEqualTo(410);
		this.conversation.closed(3);
		this.conversations.begin();
		this.conversation.list("").expectStatus().isEqualTo(410);
	}

	@Test
	void knowsNoDiscussionOfAnUnknownArticle() {
		Conversation other = this.conversations.unknown();
		other.list("").expectStatus().isNotFound();
		other.readerPosts("{\"text\":\"Где?\"}", null).expectStatus().isNotFound();
	}

	@Test
	void setsAsideWhatIsNoEventAndGoesOn() {
		String mark = UUID.randomUUID().toString();
		String unknown = "{\"type\":\"article.pinned\",\"article\":\"%s\",\"at\":\"%s\"}".formatted(mark,
				Instant.now());
		for (String poison : List.of("no json " + mark, "{\"type\":\"article.published\",\"a\":\"%s\"}".formatted(mark),
				unknown)) {
			this.conversation.tellEveryPartition(poison);
		}
		this.conversations.begin();
		assertThat(this.conversation.deadLetters(mark, 2 * Topics.PARTITIONS)).doesNotContain(unknown);
	}

	@Test
	void importsOnce() {
		String json = """
				[{"externalId":"a","article":"%1$s","name":"Мария","text":"Первый","at":"2026-11-20T10:00:00+03:00"},
				{"externalId":"b","article":"%1$s","name":"Иван","text":"Второй","at":"2026-11-20T11:00:00Z",
				"parentExternalId":"a"}]""".formatted(this.conversation.article());
		importComments(json).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.created")
			.isEqualTo(2)
			.jsonPath("$.known")
			.isEqualTo(0);
		importComments(json).expectBody().jsonPath("$.created").isEqualTo(0).jsonPath("$.known").isEqualTo(2);
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(2)
			.jsonPath("$.items[0].at")
			.isEqualTo("2026-11-20T07:00:00Z")
			.jsonPath("$.items[0].replies[0].name")
			.isEqualTo("Иван");
		assertThat(this.conversation.told(2)).extracting(CommentEvent::count).containsExactly(1L, 2L);
		importComments(
				json.replace("\"parentExternalId\":\"a\"", "\"parentExternalId\":\"x\"").replace("\"b\"", "\"c\""))
			.expectStatus()
			.isBadRequest();
	}

	private WebTestClient.ResponseSpec importComments(String json) {
		return this.conversation.asClient("moderation")
			.post()
			.uri("/api/v1/moderation/comments/import")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange();
	}

}
