package org.rayonka.comment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is hidden is for strangers as if it were not: no answer tells it from what never
 * was, nor the work that the answer takes.
 */
@OnRealServers
class SecrecyIT {

	private static final String SECRET = "{\"text\":\"Тайное слово\",\"name\":\"Тайный друг\"}";

	private static final List<String> HIDDEN = List.of("pending", "withheld", "rejected", "deleted");

	private static final String COMMENT = "/api/v1/comments/{id}";

	private static final String DESK = "/api/v1/moderation/comments/{id}";

	/** Whatever a reader may ask of a comment. */
	private static final List<Ask> ASKS = List.of(new Ask("GET", COMMENT, ""), new Ask("GET", COMMENT + "/context", ""),
			new Ask("GET", COMMENT + "/replies", ""), new Ask("PUT", COMMENT, "{\"text\":\"Иначе\"}"),
			new Ask("PUT", COMMENT, "{\"text\":\"\"}"), new Ask("DELETE", COMMENT, ""),
			new Ask("PUT", COMMENT + "/vote", "{\"value\":1}"), new Ask("PUT", COMMENT + "/vote", "{\"value\":-1}"),
			new Ask("DELETE", COMMENT + "/vote", ""), new Ask("POST", COMMENT + "/report", "{\"reason\":\"Спам\"}"),
			new Ask("POST", COMMENT + "/complaint", """
					{"name":"Пётр","email":"p@example.org","grounds":"Здесь обо мне сказано то, чего не было"}"""),
			new Ask("POST", "/api/v1/articles/{article}/comments", "{\"text\":\"Ответ\",\"parentId\":\"{id}\"}"));

	/** Whatever a moderator may ask of a comment. */
	private static final List<Ask> DESK_ASKS = List.of(new Ask("POST", DESK + "/approve", "{}"),
			new Ask("POST", DESK + "/reject", "{}"), new Ask("POST", DESK + "/edit", "{\"text\":\"Иначе\"}"),
			new Ask("PUT", DESK + "/claim", ""), new Ask("DELETE", DESK + "/claim", ""),
			new Ask("PUT", DESK + "/pick", ""), new Ask("DELETE", DESK + "/pick", ""),
			new Ask("GET", DESK + "/history", ""),
			new Ask("POST", "/api/v1/moderation/comments/bulk", "{\"ids\":[\"{id}\"],\"action\":\"approve\"}"));

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
		this.author = Person.guest(this.client);
	}

	@TestFactory
	Stream<DynamicTest> makesNoDifferenceToWhatIsNot() {
		return HIDDEN.stream()
			.flatMap((status) -> ASKS.stream()
				.map((ask) -> DynamicTest.dynamicTest(status + " " + ask, () -> makesNoDifference(status, ask))));
	}

	private void makesNoDifference(String status, Ask ask) {
		String hidden = hidden(status);
		for (WebTestClient stranger : List.of(guest(), this.conversation.as("reader"),
				this.conversation.as("editor"))) {
			String unknown = Ids.at(Instant.now()).toString();
			assertThat(answer(stranger, ask, hidden)).isEqualTo(answer(stranger, ask, unknown))
				.startsWith(ask.method.equals("POST") && ask.path.contains("article") ? "400" : "404");
			List<String> work = Statements.during(() -> answer(stranger, ask, hidden));
			assertThat(work).isNotEmpty().isEqualTo(Statements.during(() -> answer(stranger, ask, unknown)));
		}
	}

	@TestFactory
	Stream<DynamicTest> keepsReadersFromTheDesk() {
		return HIDDEN.stream()
			.flatMap((status) -> DESK_ASKS.stream().map((ask) -> DynamicTest.dynamicTest(status + " " + ask, () -> {
				String hidden = hidden(status);
				for (WebTestClient stranger : List.of(guest(), this.conversation.as("reader"))) {
					assertThat(answer(stranger, ask, hidden))
						.isEqualTo(answer(stranger, ask, UUID.randomUUID().toString()))
						.containsPattern("^(401|403)");
				}
				Conversation elsewhere = this.conversations.in("elsewhere");
				assertThat(answer(elsewhere.as("moderator"), ask, hidden)).contains("forbidden").doesNotContain("Тайн");
			})));
	}

	@Test
	void changesNothingThatOthersAreShown() {
		String root = this.conversation.said("Начало");
		String answer = this.conversation.answered(root, "Ответ");
		List<String> before = shown(root, answer);
		String first = this.author.says(this.conversation.article(), SECRET);
		assertThat(shown(root, answer)).isEqualTo(before);
		String below = this.author.says(this.conversation.article(),
				SECRET.replace("}", ",\"parentId\":\"%s\"}".formatted(answer)));
		assertThat(shown(root, answer)).isEqualTo(before);
		this.author.sends("PUT", COMMENT.replace("{id}", first), "{\"text\":\"Тайно иначе\"}").expectStatus().isOk();
		for (Ask ask : List.of(DESK_ASKS.get(2), DESK_ASKS.get(3), DESK_ASKS.get(5), DESK_ASKS.get(1))) {
			send(this.conversation.as("moderator"), ask, first).expectStatus().isOk();
			assertThat(shown(root, answer)).as(ask.toString()).isEqualTo(before);
		}
		this.author.asks("DELETE", COMMENT.replace("{id}", below)).expectStatus().isNoContent();
		assertThat(shown(root, answer)).isEqualTo(before);
		this.conversation.said("Конец");
		assertThat(shown(root, answer)).isNotEqualTo(before);
		assertThat(this.conversation.told(3)).hasSize(3);
	}

	@Test
	void isInNothingThatAStrangerReads() {
		String hidden;
		try (Watching watching = new Watching(this.client, this.conversation.article(), "0")) {
			hidden = this.author.says(this.conversation.article(), SECRET);
			watching.sees("comment", this.conversation.said("Явное"));
			assertThat(watching.everything()).contains("Явное").doesNotContain(hidden, "Тайн");
		}
		Conversation elsewhere = this.conversations.in("elsewhere");
		String comments = "/api/v1/articles/" + this.conversation.article() + "/comments";
		for (String path : List.of(comments + "/mine", comments + "/rules", comments, "/api/v1/comments/mine/export",
				"/api/v1/comments/counts?ids=" + this.conversation.article())) {
			assertThat(answer(guest(), new Ask("GET", path, ""), "")).as(path)
				.startsWith("200")
				.doesNotContain(hidden, "Тайн");
		}
		for (String path : List.of("queue", "actions", "complaints", "actions?comment=" + hidden)) {
			assertThat(answer(elsewhere.as("moderator"), new Ask("GET", "/api/v1/moderation/" + path, ""), "")).as(path)
				.startsWith("200")
				.doesNotContain(hidden, "Тайн");
		}
		assertThat(
				answer(this.conversation.as("moderator"), new Ask("GET", "/api/v1/moderation/queue?limit=100", ""), ""))
			.as("it is there")
			.contains(hidden, "Тайн");
	}

	@Test
	void goesWithItsArticle() {
		String id = this.conversation.said("Слово");
		this.conversation.withdrawn(2);
		await().untilAsserted(() -> this.conversation.list("").expectStatus().isEqualTo(410));
		for (Ask ask : ASKS.subList(0, 3)) {
			send(guest(), ask, id).expectStatus().isEqualTo(410);
		}
	}

	private String hidden(String status) {
		String id = this.author.says(this.conversation.article(), SECRET);
		this.database.sql("update comment set status = :status where id = :id")
			.bind("status", status)
			.bind("id", UUID.fromString(id))
			.then()
			.block();
		return id;
	}

	/**
	 * Whole answers, byte for byte, and what somebody who begins to watch is told first.
	 */
	private List<String> shown(String root, String answer) {
		String comments = "/api/v1/articles/" + this.conversation.article() + "/comments";
		Stream<String> answers = Stream
			.of(comments, comments + "?sort=oldest", comments + "?sort=best", COMMENT.replace("{id}", root),
					COMMENT.replace("{id}", root) + "/replies", COMMENT.replace("{id}", root) + "/context",
					COMMENT.replace("{id}", answer) + "/context",
					"/api/v1/comments/counts?ids=" + this.conversation.article())
			.map((path) -> answer(guest(), new Ask("GET", path, ""), ""));
		try (Watching watching = new Watching(this.client, this.conversation.article(), null)) {
			return Stream.concat(answers, Stream.of(watching.everything())).toList();
		}
	}

	private WebTestClient guest() {
		return this.client.mutate().defaultHeader("Rayonka-Visitor", "stranger").build();
	}

	/** Status, headers and body, without the id that was asked for. */
	private String answer(WebTestClient from, Ask ask, String id) {
		EntityExchangeResult<byte[]> result = send(from, ask, id).expectBody().returnResult();
		HttpHeaders headers = result.getResponseHeaders();
		String body = new String(Objects.requireNonNullElse(result.getResponseBody(), new byte[0]),
				StandardCharsets.UTF_8);
		String whole = "%d\n%s\n%s".formatted(result.getStatus().value(), headers, body);
		return id.isEmpty() ? whole : whole.replace(id, "{id}");
	}

	private WebTestClient.ResponseSpec send(WebTestClient from, Ask ask, String id) {
		WebTestClient.RequestBodySpec request = from.method(HttpMethod.valueOf(ask.method))
			.uri(ask.path.replace("{id}", id).replace("{article}", this.conversation.article().toString()));
		return ask.body.isEmpty() ? request.exchange()
				: request.contentType(MediaType.APPLICATION_JSON).bodyValue(ask.body.replace("{id}", id)).exchange();
	}

	/**
	 * A request about a comment.
	 *
	 * @param method of HTTP
	 * @param path with {@code {id}} and {@code {article}} in it
	 * @param body JSON, empty for none
	 */
	private record Ask(String method, String path, String body) {
	}

}
