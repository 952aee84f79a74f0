package org.rayonka.comment;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.CommentPublished;
import org.rayonka.events.CommentRemoved;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What moderators see and decide, and what nobody else sees.
 */
@OnRealServers
class ModerationApplicationIT {

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	private Conversation conversation;

	@BeforeEach
	void anArticleIsPublished() {
		this.conversation = this.conversations.begin();
	}

	@Test
	void neverShowsWhatIsPending() {
		String id = Conversation.idOf(this.conversation.guestPosts("{\"text\":\"Тайна\",\"name\":\"Пётр\"}", "v1"));
		String answer = this.conversation.said("Открытое");
		this.conversation.list("?sort=oldest")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(1)
			.jsonPath("$.items.length()")
			.isEqualTo(1)
			.jsonPath("$.items[0].id")
			.isEqualTo(answer);
		this.client.get().uri("/api/v1/comments/" + id).exchange().expectStatus().isNotFound();
		this.client.get()
			.uri("/api/v1/comments/" + id)
			.header("Rayonka-Visitor", "v1")
			.exchange()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("pending");
		this.conversation.readerPosts("{\"text\":\"?\",\"parentId\":\"%s\"}".formatted(id), null)
			.expectStatus()
			.isBadRequest();
		this.client.put()
			.uri("/api/v1/comments/" + id + "/vote")
			.header("Rayonka-Visitor", "v2")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"value\":1}")
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@Test
	void publishesWhatAModeratorApprovesAndRemovesWhatOneRejects() {
		String id = Conversation.idOf(this.conversation.guestPosts("{\"text\":\"Спасибо\"}", "v1"));
		this.conversation.judge(id, "approve").expectStatus().isOk();
		this.conversation.judge(id, "approve")
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("published");
		this.conversation.list("").expectBody().jsonPath("$.items[0].name").isEqualTo("Гость");
		this.conversation.judge(id, "reject").expectStatus().isOk();
		this.conversation.judge(id, "reject").expectStatus().isOk();
		this.conversation.list("").expectBody().jsonPath("$.items").isEmpty().jsonPath("$.total").isEqualTo(0);
		String later = this.conversation.said("Другое");
		List<CommentEvent> events = this.conversation.told(3);
		assertThat(events).hasSize(3);
		assertThat(events.get(1)).isInstanceOf(CommentRemoved.class).extracting(CommentEvent::count).isEqualTo(0L);
		assertThat(events.get(2)).isInstanceOfSatisfying(CommentPublished.class,
				(event) -> assertThat(event.comment()).isEqualTo(UUID.fromString(later)));
	}

	@Test
	void keepsThePlaceOfARemovedCommentWhoseAnswersStay() {
		String first = this.conversation.said("Грубость");
		String answer = this.conversation.answered(first, "Давайте вежливее");
		this.conversation.answered(answer, "Поддерживаю");
		this.conversation.judge(first, "reject").expectStatus().isOk();
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(2)
			.jsonPath("$.items[0].status")
			.isEqualTo("removed")
			.jsonPath("$.items[0].text")
			.isEmpty()
			.jsonPath("$.items[0].name")
			.isEmpty()
			.jsonPath("$.items[0].replies[0].replies[0].text")
			.isEqualTo("Поддерживаю");
		this.client.get()
			.uri("/api/v1/comments/" + first + "/replies?limit=1")
			.exchange()
			.expectHeader()
			.valueMatches("Link", "</api/v1/comments/.*cursor=.*>; rel=\"next\"")
			.expectBody()
			.jsonPath("$.items[0].id")
			.isEqualTo(answer);
	}

	@Test
	void letsModeratorsOfOtherEditionsAlone() {
		String id = this.conversation.said("Слово");
		WebTestClient stranger = this.conversation.asClient("aggregator");
		stranger.post().uri("/api/v1/moderation/comments/" + id + "/reject").exchange().expectStatus().isForbidden();
		this.conversation.judge(UUID.randomUUID().toString(), "approve").expectStatus().isNotFound();
		assertThat(this.conversation.rows()).isEqualTo(1);
	}

	@Test
	void showsModeratorsWhatWaitsAndWhatIsReported() {
		String pending = Conversation.idOf(this.conversation.guestPosts("{\"text\":\"Жду\"}", "v1"));
		String reported = this.conversation.said("Спорное");
		for (String visitor : List.of("v1", "v2", "v2")) {
			this.client.post()
				.uri("/api/v1/comments/" + reported + "/report")
				.header("Rayonka-Visitor", visitor)
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue("{\"reason\":\"Грубо\"}")
				.exchange()
				.expectStatus()
				.isAccepted();
		}
		assertThat(queue()).contains(pending, reported);
		this.conversation.as("moderator")
			.get()
			.uri("/api/v1/moderation/queue?edition=zarechye&limit=100")
			.exchange()
			.expectBody()
			.jsonPath("$.items[?(@.id=='%s')].reports".formatted(reported))
			.isEqualTo(2)
			.jsonPath("$.items[?(@.id=='%s')].reasons.length()".formatted(reported))
			.isEqualTo(2);
		this.conversation.judge(reported, "approve").expectStatus().isOk();
		this.conversation.judge(pending, "reject").expectStatus().isOk();
		assertThat(queue()).doesNotContain(pending, reported);
		assertThat(this.conversation.rows()).isEqualTo(1);
	}

	private List<String> queue() {
		Listing page = this.conversation.as("moderator")
			.get()
			.uri("/api/v1/moderation/queue?limit=100")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Listing.class)
			.returnResult()
			.getResponseBody();
		return Objects.requireNonNull(page).items().stream().map(Item::id).toList();
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Listing(List<Item> items) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Item(String id) {
	}

}
