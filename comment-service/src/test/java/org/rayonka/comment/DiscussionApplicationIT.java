package org.rayonka.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.events.Topics;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A discussion follows its article.
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

}
