package org.rayonka.comment;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.comment.thread.AuthorId;
import org.rayonka.events.CommentRemoved;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People get what is kept of them, and have it erased.
 */
@OnRealServers
class PersonalDataApplicationIT {

	private static final String EXPORT = "/api/v1/comments/mine/export";

	private static final String MINE = "/api/v1/comments/mine";

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	private Conversation conversation;

	private Person person;

	@BeforeEach
	void somebodyTakesPart() {
		this.conversation = this.conversations.begin();
		this.person = Person.signedIn(this.client);
	}

	@Test
	void tellsEverythingThatIsKept() {
		String id = says("Мост ещё закрыт");
		this.person.sends("PUT", "/api/v1/comments/" + id, "{\"text\":\"Мост уже открыт\"}").expectStatus().isOk();
		String other = this.conversation.said("Чужое");
		votes(other, -1);
		reports(other, "Ложь");
		says("Ещё \\\"одно\\\"");
		this.person.asks("GET", EXPORT)
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Content-Disposition", "attachment; filename=\"comments.json\"")
			.expectHeader()
			.valueEquals("Cache-Control", "no-store, private")
			.expectBody()
			.jsonPath("$.comments[*].text")
			.isEqualTo(List.of("Мост уже открыт", "Ещё \"одно\""))
			.jsonPath("$.comments[0].earlier[0].text")
			.isEqualTo("Мост ещё закрыт")
			.jsonPath("$.votes[0].comment")
			.isEqualTo(other)
			.jsonPath("$.votes[0].value")
			.isEqualTo(-1)
			.jsonPath("$.reports[0].reason")
			.isEqualTo("Ложь");
	}

	@Test
	void tellsALongListInOrder() {
		this.database.sql("""
				insert into comment (id, article_id, author, name, text, status, created_at)
				select gen_random_uuid(), :article, :author, 'Пётр', 'n' || n, 'rejected', now()
				from generate_series(1, 450) as n""")
			.bind("article", this.conversation.article())
			.bind("author", this.person.id())
			.then()
			.block();
		this.person.asks("GET", EXPORT).expectBody().jsonPath("$.comments.length()").isEqualTo(450);
	}

	@Test
	void erasesSoThatNothingIsLeftAndThreadsCanBeRead() {
		String root = says("Мост ещё закрыт");
		this.person.sends("PUT", "/api/v1/comments/" + root, "{\"text\":\"Мост уже открыт\"}").expectStatus().isOk();
		String answer = this.conversation.answered(root, "Наконец-то");
		says("Второе");
		votes(answer, 1);
		vote(Person.guest(this.client), answer, 1);
		reports(answer, "Спам");
		this.person.asks("DELETE", MINE)
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.erased")
			.isEqualTo(2)
			.jsonPath("$.complete")
			.isEqualTo(true);
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo((int) this.conversation.rows())
			.jsonPath("$.items.length()")
			.isEqualTo(1)
			.jsonPath("$.items[0].status")
			.isEqualTo("removed")
			.jsonPath("$.items[0].replies[0].score")
			.isEqualTo(1);
		assertThat(this.conversation.rows()).isEqualTo(1);
		assertThat(this.conversation.told(6)).filteredOn(CommentRemoved.class::isInstance).hasSize(2);
		assertNothingIsKept();
		this.person.asks("DELETE", MINE).expectBody().jsonPath("$.erased").isEqualTo(0);
	}

	@Test
	void leavesNothingThatLinksTheErasedToEachOther() {
		says("Первое");
		says("Второе");
		this.person.asks("DELETE", MINE).expectStatus().isOk();
		assertThat(texts("select distinct author from comment where article_id = :article")).hasSize(2)
			.doesNotContain(this.person.id());
		assertThat(texts("select distinct name || '/' || text from comment where article_id = :article"))
			.containsExactly("Удалённый читатель/");
	}

	@Test
	void erasesEverywhereInSmallTransactions() {
		for (int n = 0; n < 30; n++) {
			says("Здесь " + n);
		}
		Conversation other = this.conversations.begin();
		this.person.says(other.article(), "{\"text\":\"И там\"}");
		String stays = other.said("Чужое");
		this.person.asks("DELETE", MINE).expectBody().jsonPath("$.erased").isEqualTo(31);
		assertNothingIsKept();
		other.list("").expectBody().jsonPath("$.total").isEqualTo(1).jsonPath("$.items[0].id").isEqualTo(stays);
	}

	@Test
	void letsModeratorsOfAllEditionsDoTheSame() {
		says("По просьбе");
		String of = "/api/v1/moderation/authors/" + new AuthorId(this.person.id()).text();
		for (WebTestClient stranger : List.of(this.conversation.as("moderator"), this.conversation.as("reader"))) {
			stranger.get().uri(of + "/export").exchange().expectStatus().isForbidden();
			stranger.delete().uri(of + "/data").exchange().expectStatus().isForbidden();
		}
		WebTestClient moderator = this.conversation.asClient("moderation");
		moderator.get()
			.uri(of + "/export")
			.exchange()
			.expectBody()
			.jsonPath("$.comments[0].text")
			.isEqualTo("По просьбе");
		moderator.delete().uri(of + "/data").exchange().expectBody().jsonPath("$.erased").isEqualTo(1);
		assertNothingIsKept();
	}

	@Test
	void leavesWhatWasBroughtAlongAlone() {
		WebTestClient moderator = this.conversation.asClient("moderation");
		moderator.get().uri("/api/v1/moderation/authors/aW1wb3J0/export").exchange().expectStatus().isBadRequest();
		moderator.delete().uri("/api/v1/moderation/authors/aW1wb3J0/data").exchange().expectStatus().isBadRequest();
	}

	@Test
	void isForNobodyWithoutName() {
		this.client.get().uri(EXPORT).exchange().expectStatus().isBadRequest();
		this.client.delete().uri(MINE).exchange().expectStatus().isBadRequest();
		this.client.get().uri("/api/v1/moderation/authors/x/export").exchange().expectStatus().isUnauthorized();
	}

	private void assertNothingIsKept() {
		this.person.asks("GET", EXPORT)
			.expectBody()
			.jsonPath("$.comments")
			.isEmpty()
			.jsonPath("$.votes")
			.isEmpty()
			.jsonPath("$.reports")
			.isEmpty();
		String left = """
				select (select count(*) from comment where author = :person)
					+ (select count(*) from vote where visitor = :person)
					+ (select count(*) from report where visitor = :person)
					+ (select count(*) from idempotency where author = :person)
					+ (select count(*) from wording join comment on id = comment_id where article_id = :article)""";
		assertThat(this.database.sql(left)
			.bind("person", this.person.id())
			.bind("article", this.conversation.article())
			.mapValue(Long.class)
			.one()
			.block()).isZero();
	}

	private @Nullable List<String> texts(String sql) {
		return this.database.sql(sql)
			.bind("article", this.conversation.article())
			.mapValue(String.class)
			.all()
			.collectList()
			.block();
	}

	private String says(String text) {
		return this.person.says(this.conversation.article(), "{\"text\":\"%s\"}".formatted(text));
	}

	private void votes(String comment, int value) {
		vote(this.person, comment, value);
	}

	private static void vote(Person person, String comment, int value) {
		person.sends("PUT", "/api/v1/comments/" + comment + "/vote", "{\"value\":%d}".formatted(value))
			.expectStatus()
			.isOk();
	}

	private void reports(String comment, String reason) {
		this.person.sends("POST", "/api/v1/comments/" + comment + "/report", "{\"reason\":\"%s\"}".formatted(reason))
			.expectStatus()
			.isAccepted();
	}

}
