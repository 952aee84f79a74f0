package org.rayonka.comment;

import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.events.Premoderation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose comments a moderator sees first is the edition's choice.
 */
@OnRealServers
class PremoderationApplicationIT {

	private static final String TEXT = "{\"text\":\"А когда починят мост?\"}";

	@Autowired
	private Conversations conversations;

	private Conversation conversation;

	@BeforeEach
	void anEditionPublishesAnArticle() {
		this.conversation = this.conversations.in("edition-" + UUID.randomUUID()).published();
	}

	@Test
	void holdsGuestsBackWhereNothingWasSaid() {
		assertStatus("pending", "published");
	}

	@Test
	void followsTheEdition() {
		this.conversation.premoderates(Premoderation.EVERYBODY, 1);
		assertStatus("pending", "pending");
		this.conversation.premoderates(Premoderation.NOBODY, 2);
		assertStatus("published", "published");
		this.conversation.premoderates(Premoderation.GUESTS, 3);
		assertStatus("pending", "published");
	}

	@Test
	void isNotTurnedBackByAnEventThatComesAgain() {
		this.conversation.premoderates(Premoderation.NOBODY, 1);
		this.conversation.premoderates(Premoderation.EVERYBODY, 2);
		this.conversation.premoderates(Premoderation.NOBODY, 1);
		assertStatus("pending", "pending");
	}

	@Test
	void leavesOtherEditionsAlone() {
		this.conversations.in("edition-" + UUID.randomUUID()).premoderates(Premoderation.EVERYBODY, 1);
		assertStatus("pending", "published");
	}

	private void assertStatus(String ofGuests, String ofReaders) {
		assertThat(status(this.conversation.guestPosts(TEXT, "a-guest"))).as("a guest's comment").isEqualTo(ofGuests);
		assertThat(status(this.conversation.readerPosts(TEXT, null))).as("a reader's comment").isEqualTo(ofReaders);
	}

	private static String status(WebTestClient.ResponseSpec answer) {
		return Objects
			.requireNonNull(answer.expectStatus()
				.isCreated()
				.expectBody(Conversation.Receipt.class)
				.returnResult()
				.getResponseBody())
			.status();
	}

}
