package org.rayonka.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.events.CommentEdited;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.CommentPublished;
import org.rayonka.events.CommentRemoved;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Authors change and take back what they have said, and nobody else does.
 */
@OnRealServers
class AuthorshipApplicationIT {

	private static final String TEXT = "{\"text\":\"Мост ещё закрыт\"}";

	private static final String OTHER = "{\"text\":\"Мост уже открыт\"}";

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	private Conversation conversation;

	private Person author;

	@BeforeEach
	void anArticleIsPublished() {
		this.conversation = this.conversations.begin();
		this.author = Person.signedIn(this.client);
	}

	@Test
	void showsTheNewWordsAndKeepsTheOldOnesForModerators() {
		String id = said(this.author, TEXT);
		try (Watching watching = new Watching(this.client, this.conversation.article(), null)) {
			this.author.sends("PUT", comment(id), OTHER)
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.status")
				.isEqualTo("published");
			watching.sees("comment", id, "Мост уже открыт");
		}
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.items[0].text")
			.isEqualTo("Мост уже открыт")
			.jsonPath("$.items[0].name")
			.isEqualTo("Пётр Ильин")
			.jsonPath("$.items[0].editedAt")
			.isNotEmpty();
		this.conversation.as("moderator")
			.get()
			.uri("/api/v1/moderation/comments/" + id + "/history")
			.exchange()
			.expectBody()
			.jsonPath("$.items[*].text")
			.isEqualTo(List.of("Мост ещё закрыт"));
		assertThat(this.conversation.told(2)).extracting(CommentEvent::getClass)
			.isEqualTo(List.of(CommentPublished.class, CommentEdited.class));
	}

	@Test
	void changesNothingWhenTheTextIsTheSame() {
		String id = said(this.author, TEXT);
		this.author.sends("PUT", comment(id), TEXT).expectStatus().isOk();
		this.author.asks("GET", comment(id)).expectBody().jsonPath("$.editedAt").isEmpty();
	}

	@Test
	void letsModeratorsLookAgainWhereTheRulesSaySo() {
		Person guest = Person.guest(this.client);
		String id = said(guest, TEXT);
		this.conversation.judge(id, "approve").expectStatus().isOk();
		guest.sends("PUT", comment(id), OTHER)
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("pending");
		assertTotal(0);
		this.author.asks("GET", comment(id)).expectStatus().isNotFound();
		guest.asks("GET", mine())
			.expectHeader()
			.valueEquals("Cache-Control", "no-store, private")
			.expectBody()
			.jsonPath("$.items[*].text")
			.isEqualTo(List.of("Мост уже открыт"));
		this.author.asks("GET", mine()).expectBody().jsonPath("$.items").isEmpty();
		assertThat(this.conversation.told(2)).extracting(CommentEvent::getClass)
			.isEqualTo(List.of(CommentPublished.class, CommentRemoved.class));
	}

	@Test
	void neverPublishesByAnEditWhatAModeratorHasNotSeen() {
		String id = said(Person.signedIn(this.client), TEXT);
		this.database.sql("update comment set status = 'withheld', author = :author where id = :id")
			.bind("author", this.author.id())
			.bind("id", UUID.fromString(id))
			.then()
			.block();
		this.author.sends("PUT", comment(id), OTHER).expectBody().jsonPath("$.status").isEqualTo("pending");
		Person.signedIn(this.client).asks("GET", comment(id)).expectStatus().isNotFound();
	}

	@Test
	void takesNoEditWhenItIsTooLate() {
		String id = said(this.author, TEXT);
		this.database.sql("update comment set created_at = :at where id = :id")
			.bind("at", Instant.now().minusSeconds(601))
			.bind("id", UUID.fromString(id))
			.then()
			.block();
		assertProblem(this.author.sends("PUT", comment(id), OTHER), 403, "edit-too-late");
	}

	@Test
	void takesNoEditOfWhatWasRejected() {
		String id = said(this.author, TEXT);
		this.conversation.judge(id, "reject").expectStatus().isOk();
		assertProblem(this.author.sends("PUT", comment(id), OTHER), 409, "comment-rejected");
		this.author.asks("DELETE", comment(id)).expectStatus().isNoContent();
		assertThat(status(id)).isEqualTo("rejected");
	}

	@Test
	void keepsThePlaceOfWhatWasTakenBackAndNobodyBringsItBack() {
		String id = said(this.author, TEXT);
		this.conversation.answered(id, "Когда откроют?");
		this.author.asks("DELETE", comment(id)).expectStatus().isNoContent();
		this.author.asks("DELETE", comment(id)).expectStatus().isNoContent();
		assertTotal(1);
		assertThat(this.conversation.rows()).isEqualTo(1);
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.items[0].status")
			.isEqualTo("removed")
			.jsonPath("$.items[0].text")
			.isEmpty()
			.jsonPath("$.items[0].replies[0].text")
			.isEqualTo("Когда откроют?");
		assertProblem(this.conversation.judge(id, "approve"), 409, "comment-deleted");
		assertProblem(this.author.sends("PUT", comment(id), OTHER), 409, "comment-deleted");
		assertThat(status(id)).isEqualTo("deleted");
		assertThat(this.conversation.told(3)).hasSize(3);
	}

	@Test
	void letsNobodyTouchWhatOthersHaveSaid() {
		String shown = said(this.author, TEXT);
		String hidden = said(Person.guest(this.client), TEXT);
		for (Person stranger : List.of(Person.signedIn(this.client), Person.guest(this.client))) {
			assertProblem(stranger.sends("PUT", comment(shown), OTHER), 403, "forbidden");
			assertProblem(stranger.asks("DELETE", comment(shown)), 403, "forbidden");
			assertProblem(stranger.sends("PUT", comment(hidden), OTHER), 404, "comment-not-found");
			assertProblem(stranger.asks("DELETE", comment(hidden)), 404, "comment-not-found");
			assertProblem(stranger.asks("DELETE", comment(UUID.randomUUID().toString())), 404, "comment-not-found");
			assertProblem(stranger.asks("GET", comment(hidden) + "/context"), 404, "comment-not-found");
			stranger.asks("GET", mine()).expectBody().jsonPath("$.items").isEmpty();
		}
		Person stranger = Person.signedIn(this.client);
		assertProblem(stranger.asks("GET", "/api/v1/moderation/comments/" + shown + "/history"), 403, "forbidden");
		assertTotal(1);
	}

	@Test
	void tellsAReaderWhatIsHisOwn() {
		String own = said(this.author, TEXT);
		Person other = Person.signedIn(this.client);
		String others = said(other, OTHER);
		this.author.sends("PUT", comment(others) + "/vote", "{\"value\":-1}").expectStatus().isOk();
		other.sends("PUT", comment(own) + "/vote", "{\"value\":1}").expectStatus().isOk();
		this.author.asks("GET", mine())
			.expectBody()
			.jsonPath("$.own.length()")
			.isEqualTo(1)
			.jsonPath("$.own['" + own + "']")
			.isNotEmpty()
			.jsonPath("$.votes")
			.isEqualTo(Map.of(others, -1));
		this.author.asks("DELETE", comment(own)).expectStatus().isNoContent();
		this.author.asks("GET", mine()).expectBody().jsonPath("$.own").isEmpty();
		other.asks("GET", mine()).expectBody().jsonPath("$.votes").isEmpty();
	}

	@Test
	void showsACommentInItsThread() {
		String root = said(this.author, TEXT);
		String above = this.conversation.answered(root, "первый");
		for (int n = 0; n < 31; n++) {
			this.conversation.answered(root, "ответ " + n);
		}
		String asked = this.conversation.answered(above, "нужный");
		this.author.asks("GET", comment(asked) + "/context")
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.comment.text")
			.isEqualTo("нужный")
			.jsonPath("$.root.id")
			.isEqualTo(root)
			.jsonPath("$.root.replies.length()")
			.isEqualTo(30)
			.jsonPath("$.root.replies[0].replies[0].id")
			.isEqualTo(asked)
			.jsonPath("$.nextReplies")
			.isNotEmpty();
		this.conversation.judge(asked, "reject").expectStatus().isOk();
		assertProblem(this.author.asks("GET", comment(asked) + "/context"), 404, "comment-not-found");
	}

	private String said(Person person, String json) {
		return person.says(this.conversation.article(), json);
	}

	private String mine() {
		return "/api/v1/articles/" + this.conversation.article() + "/comments/mine";
	}

	private void assertTotal(int total) {
		this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo(total);
	}

	private @Nullable String status(String id) {
		return this.database.sql("select status from comment where id = :id")
			.bind("id", UUID.fromString(id))
			.mapValue(String.class)
			.one()
			.block();
	}

	private static String comment(String id) {
		return "/api/v1/comments/" + id;
	}

	private static void assertProblem(WebTestClient.ResponseSpec answer, int status, String type) {
		answer.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:" + type);
	}

}
