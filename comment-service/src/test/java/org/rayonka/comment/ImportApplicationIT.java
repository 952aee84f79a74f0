package org.rayonka.comment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.CommentsImported;
import reactor.core.publisher.Sinks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What readers said on an old site is brought along once, in its place, and counted.
 */
@OnRealServers
class ImportApplicationIT {

	@Autowired
	private Conversations conversations;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private Flyway flyway;

	private Conversation conversation;

	@BeforeEach
	void anArticleIsPublished() {
		this.conversation = this.conversations.begin();
	}

	@Test
	void bringsCommentsAlongOnce() {
		String batch = batch(published("2", "1", "Второй", "2014-05-06T12:00:00Z"),
				published("1", null, "Первый", "2014-05-06T10:00:00+03:00"));
		created(batch, 2, 0);
		created(batch, 0, 2);
		created(batch.replace("Первый", "Исправленный"), 0, 2);
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(2)
			.jsonPath("$.items.length()")
			.isEqualTo(1)
			.jsonPath("$.items[0].text")
			.isEqualTo("Первый")
			.jsonPath("$.items[0].at")
			.isEqualTo("2014-05-06T07:00:00Z")
			.jsonPath("$.items[0].answers")
			.isEqualTo(1)
			.jsonPath("$.items[0].replies[0].name")
			.isEqualTo("Мария");
		this.conversation.said("А вот и новый");
		List<CommentEvent> events = this.conversation.told(2);
		assertThat(events).extracting(CommentEvent::count).containsExactly(2L, 3L);
		assertThat(events).extracting(CommentEvent::revision).containsExactly(1L, 2L);
		assertThat(events.getFirst()).isInstanceOfSatisfying(CommentsImported.class,
				(imported) -> assertThat(imported.recent()).isEmpty());
	}

	@Test
	void tellsWhichOfThemWereSaidLately() {
		Instant now = Instant.now();
		Instant lately = now.minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
		created(batch(published("a/1", null, "Давно", now.minus(Duration.ofDays(40)).toString()),
				published("a/2", null, "Недавно", lately.toString())), 2, 0);
		assertThat(this.conversation.told(1).getFirst()).isInstanceOfSatisfying(CommentsImported.class,
				(imported) -> assertThat(imported.recent()).extracting(CommentsImported.Said::at)
					.containsExactly(lately));
	}

	@Test
	void answersWhatAnEarlierRequestBroughtAndWhatModeratorsRemoved() {
		created(batch(published("a/1", null, "Первый", "2014-05-06T10:00:00Z")), 1, 0);
		created(batch(published("a/2", "a/1", "Второй", "2014-05-06T11:00:00Z"),
				published("a/3", "a/9", "Третий", "2014-05-07T11:00:00Z")), 2, 0);
		this.conversation.list("?sort=oldest")
			.expectBody()
			.jsonPath("$.items[*].text")
			.isEqualTo(List.of("Первый", "Третий"))
			.jsonPath("$.items[0].replies[0].text")
			.isEqualTo("Второй");
		this.conversation.judge(idOf("a/2"), "reject").expectStatus().isOk();
		created(batch(published("a/4", "a/2", "Четвёртый", "2014-05-08T11:00:00Z")), 1, 0);
		this.conversation.list("?sort=oldest")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(3)
			.jsonPath("$.items[0].replies[0].text")
			.isEqualTo("Четвёртый");
	}

	@Test
	void hangsWhatIsTooDeepAtTheDeepestPlace() {
		String[] chain = IntStream.range(0, 9)
			.mapToObj((n) -> published("d" + n, (n > 0) ? "d" + (n - 1) : null, "t" + n, "2014-05-06T10:00:00Z"))
			.toArray(String[]::new);
		created(batch(chain), 9, 0);
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.items[0].answers")
			.isEqualTo(8)
			.jsonPath("$.items[0].replies[0].replies[0].replies[0].replies[*].text")
			.isEqualTo(List.of("t4", "t5", "t6", "t7", "t8"));
	}

	@Test
	void keepsWhatIsPendingFromReadersAndShowsItToModerators() {
		created(batch(one("p", null, "Тайна", "2014-05-06T10:00:00Z", "pending"),
				published("q", "p", "Ответ", "2014-05-06T11:00:00Z")), 2, 0);
		String pending = idOf("p");
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(1)
			.jsonPath("$.items[0].text")
			.isEmpty()
			.jsonPath("$.items[0].name")
			.isEmpty()
			.jsonPath("$.items[0].replies[0].text")
			.isEqualTo("Ответ");
		body(this.conversation.as("reader").get().uri("/api/v1/comments/" + pending).exchange()).doesNotContain("Тайна",
				"pending");
		body(this.conversation.as("moderator").get().uri("/api/v1/moderation/queue?limit=100").exchange())
			.contains("Тайна");
		this.conversation.judge(pending, "approve").expectStatus().isOk();
		this.conversation.list("").expectBody().jsonPath("$.items[0].text").isEqualTo("Тайна");
		assertThat(this.conversation.told(2)).extracting(CommentEvent::count).containsExactly(1L, 2L);
	}

	@Test
	void keepsEachOnceWhenTwentyBringTheSameAtOnce() {
		String batch = batch(IntStream.range(0, 60)
			.mapToObj((n) -> published("s" + n, (n % 3 > 0) ? "s" + (n - 1) : null, "t" + n, "2014-05-06T10:00:00Z"))
			.toArray(String[]::new));
		List<CompletableFuture<Integer>> answers;
		try (ExecutorService importers = Executors.newVirtualThreadPerTaskExecutor()) {
			Sinks.Empty<Void> gate = Sinks.empty();
			hold(gate);
			answers = IntStream.range(0, 20)
				.mapToObj((n) -> CompletableFuture.supplyAsync(() -> status(batch), importers))
				.toList();
			await().until(() -> waiting() > 1);
			gate.tryEmitEmpty();
		}
		assertThat(answers).extracting(CompletableFuture::join).contains(200).isSubsetOf(200, 503);
		assertThat(this.conversation.rows()).isEqualTo(60);
		assertThat(this.conversation.told(1)).extracting(CommentEvent::count).containsExactly(60L);
		this.conversation.list("?limit=50").expectBody().jsonPath("$.total").isEqualTo(60);
	}

	@Test
	void countsInOneOrderWithReadersWhoWriteMeanwhile() {
		IntStream.range(0, 40).parallel().forEach((n) -> {
			if (n % 2 == 0) {
				this.conversation.said("Живой " + n);
			}
			else {
				created(batch(published("m" + n, null, "Старый", "2014-05-06T10:00:00Z"),
						published("n" + n, "m" + n, "Старый", "2014-05-06T11:00:00Z")), 2, 0);
			}
		});
		List<CommentEvent> events = this.conversation.told(40);
		assertThat(events).extracting(CommentEvent::revision)
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
		assertThat(events).extracting(CommentEvent::count).isSorted().endsWith(60L);
		assertThat(this.conversation.rows()).isEqualTo(60);
	}

	@Test
	void makesPlainTextOfHostileText() {
		String hostile = "<script>alert(1)</script>\\u0000\\u202e\\ud800 {\\\"a\\\",NULL} '; drop table comment; --\\\\N";
		created(batch(published("h1", null, hostile, "2014-05-06T10:00:00Z"),
				published("h2", null, "ы".repeat(500_000), "2014-05-06T11:00:00Z")), 2, 0);
		this.conversation.list("?sort=oldest")
			.expectBody()
			.jsonPath("$.items[0].text")
			.isEqualTo("<script>alert(1)</script>\uFFFD {\"a\",NULL} '; drop table comment; --\\N")
			.jsonPath("$.items[1].text")
			.value(String.class, (text) -> assertThat(text).hasSize(5000).endsWith("…"));
		imported(batch(published("h3", null, "ы".repeat(3_000_000), "2014-05-06T11:00:00Z"))).expectStatus()
			.is4xxClientError();
		assertThat(this.conversation.rows()).isEqualTo(2);
	}

	@Test
	void takesAFullRequest() {
		String[] full = IntStream.range(0, 501)
			.mapToObj((n) -> published("f" + n, null, "ы".repeat(900), "2014-05-06T10:00:00Z"))
			.toArray(String[]::new);
		created(batch(Arrays.copyOf(full, 500)), 500, 0);
		imported(batch(full)).expectStatus().isBadRequest();
		assertThat(this.conversation.rows()).isEqualTo(500);
	}

	@Test
	void saysWhatItSkips() {
		imported(batch(published("1", null, "Древний", "1989-12-31T23:59:59Z"),
				published("2", null, "  ", "2014-05-06T10:00:00Z"),
				published("3", null, "Из будущего", "2999-01-01T00:00:00Z"),
				published("3", null, "Ещё раз", "2014-05-06T10:00:00Z")))
			.expectBody()
			.json("""
					{"created":1,"unchanged":0,"skipped":[{"sourceId":"1","reason":"too-old"},
					{"sourceId":"2","reason":"empty"},{"sourceId":"3","reason":"repeated"}]}""");
		body(this.conversation.list("")).contains("Из будущего").doesNotContain("2999");
	}

	@Test
	void followsTheArticle() {
		String item = published("1", null, "Слово", "2014-05-06T10:00:00Z");
		Conversation unknown = this.conversations.unknown();
		imported(batch(unknown.article(), item)).expectStatus().isNotFound();
		this.conversation.closed(2);
		await().untilAsserted(() -> this.conversation.list("").expectBody().jsonPath("$.open").isEqualTo(false));
		created(batch(item), 1, 0);
		this.conversation.withdrawn(3);
		await().untilAsserted(() -> imported(batch(item)).expectStatus().isEqualTo(410));
	}

	@ParameterizedTest
	@ValueSource(strings = { "reader", "moderator", "editor", "admin" })
	void isForClientsAlone(String role) {
		post(this.conversation.as(role), batch(published("1", null, "Слово", "2014-05-06T10:00:00Z"))).expectStatus()
			.isForbidden();
		post(this.conversation.asClient("newsroom"), batch(published("1", null, "Слово", "2014-05-06T10:00:00Z")))
			.expectStatus()
			.isForbidden();
		assertThat(this.conversation.rows()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"sourceId":"1"              | "sourceId":""
			"sourceId":"1"              | "sourceId":null
			"sourceId":"1"              | "sourceId":"a\\u0000b"
			"sourceId":"1"              | "sourceId":"1","mood":"good"
			"parentSourceId":null       | "parentSourceId":"\\n"
			"text":"Слово"              | "text":null
			"at":"2014-05-06T10:00:00Z" | "at":"yesterday"
			"at":"2014-05-06T10:00:00Z" | "at":null
			"status":"published"        | "status":"rejected"
			"status":"published"        | "status":0
			"items":[{                  | "items":[null,{
			"articleId"                 | "articleId":"x","article"
			""")
	void refusesAWholeRequestThatIsWrong(String right, String wrong) {
		String batch = batch(published("1", null, "Слово", "2014-05-06T10:00:00Z"));
		assertThat(batch).contains(right);
		imported(batch.replace(right, wrong)).expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		imported("{\"articleId\":\"%s\",\"items\":[]}".formatted(this.conversation.article())).expectStatus()
			.isBadRequest();
		assertThat(this.conversation.rows()).isZero();
	}

	/** Keeps the discussion locked until the gate opens. */
	private void hold(Sinks.Empty<Void> gate) {
		this.database.sql("select comments from discussion where article_id = :article for no key update")
			.bind("article", this.conversation.article())
			.then()
			.then(gate.asMono())
			.as(this.transaction::transactional)
			.subscribe();
		await().until(() -> this.database
			.sql("select 1 from discussion where article_id = :article for no key update skip locked")
			.bind("article", this.conversation.article())
			.fetch()
			.one()
			.blockOptional()
			.isEmpty());
	}

	/**
	 * How many transactions wait for another; those who do may hold every pooled
	 * connection.
	 */
	private long waiting() {
		return JdbcClient.create(this.flyway.getConfiguration().getDataSource())
			.sql("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
			.query(Long.class)
			.single();
	}

	private void created(String batch, int created, int unchanged) {
		imported(batch).expectStatus()
			.isOk()
			.expectBody()
			.json("{\"created\":%d,\"unchanged\":%d,\"skipped\":[]}".formatted(created, unchanged));
	}

	private int status(String batch) {
		return imported(batch).returnResult(Void.class).getStatus().value();
	}

	private WebTestClient.ResponseSpec imported(String batch) {
		return post(this.conversation.asClient("moderation"), batch);
	}

	private static WebTestClient.ResponseSpec post(WebTestClient client, String batch) {
		return client.post()
			.uri("/api/v1/moderation/imports")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(batch)
			.exchange();
	}

	private String batch(String... items) {
		return batch(this.conversation.article(), items);
	}

	private static String batch(UUID article, String... items) {
		return Arrays.stream(items)
			.collect(Collectors.joining(",", "{\"articleId\":\"%s\",\"items\":[".formatted(article), "]}"));
	}

	private static String published(String sourceId, @Nullable String parent, String text, String at) {
		return one(sourceId, parent, text, at, "published");
	}

	private static String one(String sourceId, @Nullable String parent, String text, String at, String status) {
		return """
				{"sourceId":"%s","parentSourceId":%s,"name":"Мария","text":"%s","at":"%s","status":"%s"}"""
			.formatted(sourceId, (parent != null) ? "\"" + parent + "\"" : "null", text, at, status);
	}

	private String idOf(String sourceId) {
		return this.conversation.imported(sourceId);
	}

	private static org.assertj.core.api.AbstractStringAssert<?> body(WebTestClient.ResponseSpec answer) {
		return assertThat(Objects.requireNonNull(answer.expectBody(String.class).returnResult().getResponseBody()));
	}

}
