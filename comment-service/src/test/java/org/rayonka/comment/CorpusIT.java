package org.rayonka.comment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.comment.thread.AuthorId;
import org.rayonka.events.Premoderation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What hostile people send in is refused in words, held, or kept as the harmless text
 * that it is.
 */
@OnRealServers
class CorpusIT {

	private static final int MEGABYTE = 1024 * 1024;

	/** Values that this service makes itself: ids, times, statuses, cursors. */
	private static final String HARMLESS = "[\\w.:+-]*";

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	@Autowired
	private JsonMapper json;

	private final String edition = "edition-" + UUID.randomUUID();

	private Conversation conversation;

	private Person reader;

	@BeforeEach
	void anArticleIsPublished() {
		this.conversation = this.conversations.in(this.edition).published();
		this.conversation.premoderates(Premoderation.NOBODY, 1);
		this.reader = Person.signedIn(this.client);
	}

	@TestFactory
	Stream<DynamicTest> keepsMarkupAsText() {
		return Corpus.lines("markup.txt").stream().map((line) -> DynamicTest.dynamicTest(line, () -> isText(line)));
	}

	/** Under a name like it, in every place where readers get it. */
	private void isText(String line) {
		String name = line.substring(0, Math.min(line.length(), 60)).strip().replace('\t', ' ');
		String id = Person.guest(this.client)
			.says(this.conversation.article(), this.json.writeValueAsString(Map.of("text", line, "name", name)));
		this.conversation.judge(id, "approve").expectStatus().isOk();
		Stream
			.of("/comments/" + id, "/comments/" + id + "/context",
					"/articles/" + this.conversation.article() + "/comments")
			.forEach((path) -> assertText(path, line, name));
		this.conversation.judge(id, "reject").expectStatus().isOk();
	}

	@Test
	void tellsMarkupAsOneEventEach() {
		List<String> lines = Corpus.lines("markup.txt");
		try (Watching watching = new Watching(this.client, this.conversation.article(), null)) {
			for (String line : lines) {
				String id = Person.guest(this.client)
					.says(this.conversation.article(), this.json.writeValueAsString(Map.of("text", line)));
				this.conversation.judge(id, "approve").expectStatus().isOk();
			}
			await().atMost(ofSeconds(10)).until(() -> watching.seen("comment").size() >= lines.size());
			assertThat(watching.seen("comment")).extracting((event) -> this.json.readTree(event).get("text").asString())
				.containsExactlyElementsOf(lines);
			assertThat(watching.seen("removed")).isEmpty();
		}
	}

	private void assertText(String path, String text, String name) {
		JsonNode answer = this.json.readTree(this.client.get()
			.uri("/api/v1" + path)
			.accept(MediaType.TEXT_HTML, MediaType.ALL)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectBody()
			.returnResult()
			.getResponseBody());
		assertThat(answer.findValuesAsString("text")).as(path).contains(text);
		assertThat(answer.findValuesAsString("name")).as(path).contains(name);
		assertThat(leaves(answer)).as("nothing but text and name is the author's")
			.filteredOn((value) -> !value.equals(text) && !value.equals(name))
			.allMatch((value) -> value.matches(HARMLESS));
	}

	private static Stream<String> leaves(JsonNode node) {
		return node.isContainer() ? node.valueStream().flatMap(CorpusIT::leaves) : Stream.of(node.asString());
	}

	@TestFactory
	Stream<DynamicTest> holdsARestrictedWordInWhateverDisguise() {
		new EditionUnderRules(this.conversation, this.edition)
			.settle(Map.of("restrictedWords", List.of("дурак")), "\"0\"")
			.expectStatus()
			.isOk();
		return Corpus.lines("disguises.txt").stream().map((line) -> DynamicTest.dynamicTest(line, () -> {
			this.reader.sends("POST", comments(), "{\"text\":\"%s\"}".formatted(line))
				.expectStatus()
				.isCreated()
				.expectBody()
				.jsonPath("$.status")
				.isEqualTo("pending")
				.jsonPath("$.because[0]")
				.isEqualTo("restricted-words");
			this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo(0);
		}));
	}

	@TestFactory
	Stream<DynamicTest> keepsNothingThatIsNotToBeSeen() {
		return Corpus.pairs("unseen.txt").map((pair) -> DynamicTest.dynamicTest("«" + pair.sent() + "»", () -> {
			WebTestClient.ResponseSpec answer = Person.signedIn(this.client)
				.sends("POST", comments(), "{\"text\":\"%s\"}".formatted(pair.sent()));
			if (pair.meant().isEmpty()) {
				assertProblem(answer, HttpStatus.BAD_REQUEST, "invalid-value");
			}
			else {
				this.client.get()
					.uri("/api/v1/comments/" + Conversation.idOf(answer))
					.exchange()
					.expectBody()
					.jsonPath("$.text")
					.isEqualTo(Corpus.unescaped(pair.meant()));
			}
		}));
	}

	@Test
	void callsNobodyByAnUnseenName() {
		Person guest = Person.guest(this.client);
		String id = guest.says(this.conversation.article(), "{\"text\":\"Кто я?\",\"name\":\"\\u3164\\u202e\\u2800\"}");
		guest.asks("GET", "/api/v1/comments/" + id).expectBody().jsonPath("$.name").isEqualTo("Гость");
	}

	@TestFactory
	Stream<DynamicTest> refusesWhatIsNoComment() {
		return Corpus.pairs("bodies.txt")
			.map((pair) -> DynamicTest.dynamicTest("«" + pair.sent() + "»",
					() -> assertProblem(this.reader.sends("POST", comments(), pair.sent()), HttpStatus.BAD_REQUEST,
							pair.meant())));
	}

	@TestFactory
	Stream<DynamicTest> refusesWhatIsTooLargeOrTooDeep() {
		Person writer = Person.guest(this.client);
		return Map
			.of("letters", text("a".repeat(MEGABYTE)), "blanks before the end", text(" ".repeat(MEGABYTE) + "a"),
					"accents in the wrong order", text("\u0301\u0316".repeat(MEGABYTE / 4)), "line breaks",
					text("\\n ".repeat(MEGABYTE / 4) + "a"), "arrays in arrays", "[".repeat(MEGABYTE),
					"objects in objects", "{\"text\":".repeat(MEGABYTE / 8), "a deep text",
					"{\"text\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", "a long number",
					"{\"text\":" + "9".repeat(MEGABYTE) + "}", "a long field", "{\"" + "a".repeat(40_000) + "\":1}",
					"a long name", "{\"text\":\"a\",\"name\":\"" + " ".repeat(MEGABYTE) + "a\"}")
			.entrySet()
			.stream()
			.map((body) -> DynamicTest.dynamicTest(body.getKey(), () -> {
				assertRefused(writer.sends("POST", comments(), body.getValue()));
				String id = writer.says(this.conversation.article(), text("Слово, " + body.getKey()));
				assertRefused(writer.sends("PUT", "/api/v1/comments/" + id, body.getValue()));
				assertRefused(writer.sends("POST", "/api/v1/comments/" + id + "/report",
						body.getValue().replace("\"text\"", "\"reason\"")));
			}));
	}

	@Test
	void refusesMoreThanItReads() {
		assertProblem(this.reader.sends("POST", comments(), text("a".repeat(3 * MEGABYTE))),
				HttpStatus.CONTENT_TOO_LARGE, "too-large");
	}

	@Test
	void showsThreadsOfAnyDepthWithinBounds() {
		List<String> chain = new ArrayList<>(List.of(this.conversation.said("Начало")));
		IntStream.range(0, 150)
			.forEach((n) -> chain.add(this.conversation.answered(chain.getLast(), "Ответ на ответ " + n)));
		assertThat(depth(tree("/articles/" + this.conversation.article() + "/comments"))).isLessThan(16);
		JsonNode context = tree("/comments/" + chain.getLast() + "/context");
		assertThat(depth(context)).isLessThan(16);
		assertThat(context.findValuesAsString("id")).contains(chain.getFirst(), chain.getLast()).hasSizeLessThan(140);
		assertThat(tree("/comments/" + chain.getFirst() + "/replies?limit=100").get("items")).hasSize(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bmV3ZXN0IDAgLTk5OTk5OTk5OTk5OTk5OTk5IDAxOWE5YjVlLTdjMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMQ",
			"bmV3ZXN0IDAgOTk5OTk5OTk5OTk5OTk5OTkgMDE5YTliNWUtN2MwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx", "AA", "%00", "'" })
	void refusesForgedCursors(String cursor) {
		assertThat(this.conversation.list("?cursor={cursor}".replace("{cursor}", cursor))
			.expectBody()
			.returnResult()
			.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
	}

	@Test
	void writesDownNoReasonThatCannotBeWritten() {
		String desk = "/api/v1/moderation/";
		String reason = "\"reason\":\"По\\u0000том\\ud83d\"";
		WebTestClient moderator = this.conversation.as("moderator");
		String id = this.conversation.said("Слово");
		String complaint = Objects.requireNonNull(tree(send(this.client, "POST",
				"/api/v1/comments/" + id + "/complaint",
				"""
						{"name":"\\u0000Пётр","email":"p@example.org","grounds":"Здесь обо мне \\u0000 сказано то, чего не было"}""")
			.expectStatus()
			.isAccepted()).get("id")).asString();
		String author = new AuthorId("the-reader").text();
		moderator.get().uri(URI.create(desk + "actions?moderator=%00")).exchange().expectStatus().isBadRequest();
		List<WebTestClient.ResponseSpec> answers = List.of(
				send(moderator, "POST", desk + "comments/" + id + "/edit",
						"{\"text\":\"Ин\\u0000аче\"," + reason + "}"),
				send(moderator, "POST", desk + "comments/" + id + "/reject", "{" + reason + "}"),
				send(moderator, "POST", desk + "comments/bulk",
						"{\"ids\":[\"\\u0000\",\"%s\"],\"action\":\"approve\",%s}".formatted(id, reason)),
				send(moderator, "POST", desk + "complaints/" + complaint + "/decide",
						"{\"decision\":\"keep\"," + reason + "}"),
				send(moderator, "POST", desk + "authors/" + author + "/ban",
						"{\"edition\":\"%s\",%s}".formatted(this.edition, reason)));
		assertThat(answers).allSatisfy((answer) -> answer.expectStatus().isOk());
		assertThat(tree(send(moderator, "GET", desk + "actions?comment=" + id, "")).findValuesAsString("reason"))
			.hasSize(3)
			.containsOnly("Потом\ufffd");
	}

	private WebTestClient.ResponseSpec send(WebTestClient from, String method, String path, String body) {
		WebTestClient.RequestBodySpec request = from.method(HttpMethod.valueOf(method)).uri(path);
		return body.isEmpty() ? request.exchange()
				: request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
	}

	private JsonNode tree(String path) {
		return tree(send(this.client, "GET", "/api/v1" + path, "").expectStatus().isOk());
	}

	private JsonNode tree(WebTestClient.ResponseSpec answer) {
		return this.json.readTree(answer.expectBody().returnResult().getResponseBody());
	}

	private static int depth(JsonNode node) {
		return 1 + node.valueStream().mapToInt(CorpusIT::depth).max().orElse(0);
	}

	private String comments() {
		return "/api/v1/articles/" + this.conversation.article() + "/comments";
	}

	private static String text(String text) {
		return "{\"text\":\"" + text + "\"}";
	}

	private static void assertRefused(WebTestClient.ResponseSpec answer) {
		answer.expectStatus().is4xxClientError().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(new String(Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody()),
				StandardCharsets.UTF_8))
			.as("a problem does not repeat what was sent")
			.hasSizeLessThan(2000);
	}

	private static void assertProblem(WebTestClient.ResponseSpec answer, HttpStatus status, String type) {
		answer.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:" + type);
	}

}
