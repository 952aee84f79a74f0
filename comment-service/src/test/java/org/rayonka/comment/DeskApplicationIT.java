package org.rayonka.comment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.events.Premoderation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several moderators at one desk: they do not get in each other's way, and what they do
 * can be undone.
 */
@OnRealServers
class DeskApplicationIT {

	private static final String EDIT = "{\"text\":\"Вежливо\",\"reason\":\"Брань\"}";

	private final String edition = "edition-" + UUID.randomUUID();

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private MeterRegistry meters;

	private Conversation conversation;

	private Moderating anna;

	private Moderating boris;

	@BeforeEach
	void twoModeratorsShareAnEdition() {
		this.conversation = this.conversations.in(this.edition).published();
		this.anna = new Moderating(this.client, "Anna", this.edition);
		this.boris = new Moderating(this.client, "Boris", this.edition);
	}

	@Test
	void decidesEachCommentOnceWhenTwoModeratorsRace() throws InterruptedException {
		List<String> ids = IntStream.range(0, 20).mapToObj((n) -> guest("g" + n, "Вопрос " + n)).toList();
		List<Integer> answers = atOnce(ids.stream()
			.flatMap((id) -> Stream.of(() -> status(this.anna.decide(id, "approve")),
					() -> status(this.boris.decide(id, "reject")))));
		assertThat(answers).filteredOn((status) -> status == 200).hasSize(20);
		assertThat(answers).filteredOn((status) -> status == 409).hasSize(20);
		assertThat(count("select count(*) from moderation_action where edition = :key", this.edition)).isEqualTo(20);
		this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo((int) this.conversation.rows());
	}

	@Test
	void undoesOnceWhatManyUndoAtOnce() throws InterruptedException {
		String id = this.conversation.said("Слово");
		String action = this.anna.action("POST", "/comments/%s/reject".formatted(id), null);
		assertThat(atOnce(Stream.generate(() -> (Callable<Integer>) () -> status(this.boris.undo(action))).limit(6)))
			.containsOnly(200);
		this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo(1);
		assertThat(this.conversation.told(3)).as("said, removed, shown again").hasSize(3);
	}

	@Test
	void tellsWhoHasDecidedAndLetsOneOverride() {
		String id = guest("g", "Вопрос");
		this.anna.decide(id, "approve").expectStatus().isOk();
		this.boris.decide(id, "approve").expectStatus().isOk().expectBody().jsonPath("$.action").isEmpty();
		this.boris.decide(id, "reject")
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:already-decided")
			.jsonPath("$.by")
			.isEqualTo("Anna")
			.jsonPath("$.at")
			.isNotEmpty();
		this.boris.send("POST", "/comments/%s/reject".formatted(id), "{\"override\":true}").expectStatus().isOk();
		assertThat(this.conversation.rows()).isZero();
	}

	@Test
	void keepsOthersFromAClaimedCommentUntilItIsReleased() {
		String id = guest("g", "Вопрос");
		String claim = "/comments/%s/claim".formatted(id);
		this.anna.send("PUT", claim, null)
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.claimedName")
			.isEqualTo("Anna");
		this.anna.send("PUT", claim, null).expectStatus().isOk();
		assertThat(this.boris.waiting(id).claimedBy()).isEqualTo("account-of-Anna");
		assertClaimed(this.boris.send("PUT", claim, null));
		assertClaimed(this.boris.send("DELETE", claim, null));
		assertClaimed(this.boris.decide(id, "approve"));
		assertClaimed(this.boris.send("POST", "/comments/%s/edit".formatted(id), EDIT));
		this.anna.send("DELETE", claim, null).expectStatus().isNoContent();
		assertThat(this.boris.waiting(id).claimedBy()).isNull();
		this.boris.decide(id, "approve").expectStatus().isOk();
	}

	@Test
	void holdsAnEndedClaimForNone() {
		String id = guest("g", "Вопрос");
		this.anna.send("PUT", "/comments/%s/claim".formatted(id), null).expectStatus().isOk();
		this.database.sql("update moderation_claim set claimed_until = now() where comment_id = :id")
			.bind("id", UUID.fromString(id))
			.then()
			.block();
		assertThat(this.boris.waiting(id).claimedBy()).isNull();
		this.boris.send("PUT", "/comments/%s/claim".formatted(id), null).expectStatus().isOk();
		assertClaimed(this.anna.decide(id, "approve"));
	}

	@Test
	void restoresListCountsAndReportsWhenARejectionIsUndone() {
		String first = this.conversation.said("Начало");
		String answer = this.conversation.answered(first, "Ответ");
		report(answer, "r1", "abuse");
		report(answer, "r2", "spam");
		String action = this.anna.action("POST", "/comments/%s/reject".formatted(answer), "{\"reason\":\"Грубо\"}");
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(1)
			.jsonPath("$.items[0].answers")
			.isEqualTo(0);
		assertThat(this.anna.queue("")).isEmpty();
		this.boris.undo(action).expectStatus().isOk().expectBody().jsonPath("$.undoneBy").isEqualTo("account-of-Boris");
		this.boris.undo(action).expectStatus().isOk();
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(2)
			.jsonPath("$.items[0].answers")
			.isEqualTo(1)
			.jsonPath("$.items[0].replies[0].text")
			.isEqualTo("Ответ");
		Moderating.Item item = this.anna.waiting(answer);
		assertThat(item.reports()).isEqualTo(2);
		assertThat(item.weight()).isEqualTo(1.0);
		assertThat(item.categories()).containsExactly("abuse", "spam");
		this.boris.decide(answer, "approve").expectStatus().isOk();
		assertThat(this.conversation.rows()).isEqualTo(2);
	}

	@Test
	void undoesTheLatestActionAlone() {
		String id = this.conversation.said("Грубость");
		String edited = this.anna.action("POST", "/comments/%s/edit".formatted(id), EDIT);
		String picked = this.anna.action("PUT", "/comments/%s/pick".formatted(id), null);
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.items[0].text")
			.isEqualTo("Вежливо")
			.jsonPath("$.items[0].pick")
			.isEqualTo(true);
		this.anna.undo(edited)
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:not-the-latest");
		this.anna.undo(picked).expectStatus().isOk();
		this.anna.undo(edited).expectStatus().isOk();
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.items[0].text")
			.isEqualTo("Грубость")
			.jsonPath("$.items[0].pick")
			.isEqualTo(false);
	}

	@Test
	void losesNothingThatWasWrittenAfterAnEdit() {
		String id = this.conversation.said("Грубость");
		String edited = this.anna.action("POST", "/comments/%s/edit".formatted(id), EDIT);
		this.database.sql("update comment set text = 'Новое' where id = :id")
			.bind("id", UUID.fromString(id))
			.then()
			.block();
		this.anna.undo(edited).expectStatus().isEqualTo(409);
	}

	@Test
	void listsWhatWasDoneLatestFirst() {
		String id = this.conversation.said("Слово");
		this.anna.action("PUT", "/comments/%s/pick".formatted(id), null);
		this.boris.action("DELETE", "/comments/%s/pick".formatted(id), null);
		this.boris.send("DELETE", "/comments/%s/pick".formatted(id), null).expectBody().jsonPath("$.action").isEmpty();
		this.anna.send("GET", "/actions?edition=%s&comment=%s".formatted(this.edition, id), null)
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items[*].kind")
			.isEqualTo(List.of("unpick", "pick"))
			.jsonPath("$.items[0].before.pick")
			.isEqualTo(true)
			.jsonPath("$.items[0].moderatorName")
			.isEqualTo("Boris");
		this.anna.send("GET", "/actions?moderator=account-of-Anna&limit=1", null)
			.expectBody()
			.jsonPath("$.items[0].kind")
			.isEqualTo("pick")
			.jsonPath("$.next")
			.isEmpty();
	}

	@Test
	void decidesManyAndTellsWhatBecameOfEach() {
		String one = guest("g1", "Раз");
		String two = guest("g2", "Два");
		String foreign = Conversation.idOf(this.conversations.begin().guestPosts("{\"text\":\"Чужое\"}", "g"));
		this.boris.decide(two, "reject").expectStatus().isOk();
		String ids = "[\"%s\",\"%s\",\"%s\",\"no-id\",\"%s\"]".formatted(two, foreign, one, one);
		this.anna.send("POST", "/comments/bulk", "{\"ids\":%s,\"action\":\"approve\"}".formatted(ids))
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items[*].id")
			.isEqualTo(List.of(two, foreign, one, "no-id"))
			.jsonPath("$.items[*].problem.status")
			.isEqualTo(List.of(409, 403, 404))
			.jsonPath("$.items[2].status")
			.isEqualTo("published");
		assertThat(this.conversation.rows()).isEqualTo(1);
	}

	@Test
	void refusesWhatABannedAuthorSaysUntilTheBanIsLifted() {
		String author = this.anna.waiting(guest("a/b;c", "Первое")).author();
		String until = Instant.now().plusSeconds(3600).toString();
		String ban = this.anna.action("POST", "/authors/%s/ban".formatted(author),
				"{\"edition\":\"%s\",\"until\":\"%s\",\"reason\":\"Спам\"}".formatted(this.edition, until));
		assertThat(refusal("a/b;c")).contains("urn:rayonka:problem:banned", "Спам", until.substring(0, 16));
		String lift = this.boris.action("DELETE", "/authors/%s/ban?edition=%s".formatted(author, this.edition), null);
		guest("a/b;c", "Второе");
		this.anna.undo(ban).expectStatus().isEqualTo(409);
		this.anna.undo(lift).expectStatus().isOk();
		assertThat(refusal("a/b;c")).contains("banned");
		this.anna.undo(ban).expectStatus().isOk();
		guest("a/b;c", "Третье");
	}

	@Test
	void endsABanByItself() {
		String author = this.anna.waiting(guest("short", "Первое")).author();
		this.anna.action("POST", "/authors/%s/ban".formatted(author),
				"{\"edition\":\"%s\",\"until\":\"%s\"}".formatted(this.edition, Instant.now().plusSeconds(3600)));
		this.database.sql("update moderation_action set until = now() where edition = :edition")
			.bind("edition", this.edition)
			.then()
			.block();
		guest("short", "Второе");
	}

	@Test
	void letsAShadowBannedAuthorNoticeNothing() {
		this.conversation.premoderates(Premoderation.NOBODY, 1);
		String before = this.conversation.said("Прежнее");
		report(before, "r", "spam");
		String author = this.anna.waiting(before).author();
		this.anna.action("POST", "/authors/%s/ban".formatted(author),
				"{\"edition\":\"%s\",\"shadow\":true}".formatted(this.edition));
		String json = "{\"text\":\"Реклама\"}";
		for (int attempt = 0; attempt < 2; attempt++) {
			this.conversation.readerPosts(json, "key-" + this.edition)
				.expectStatus()
				.isCreated()
				.expectBody()
				.jsonPath("$.status")
				.isEqualTo("published")
				.jsonPath("$.because")
				.isEmpty();
		}
		String id = Conversation.idOf(this.conversation.readerPosts(json, "key-" + this.edition));
		this.conversation.as("reader")
			.get()
			.uri("/api/v1/comments/" + id)
			.exchange()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("published");
		this.client.get().uri("/api/v1/comments/" + id).exchange().expectStatus().isNotFound();
		this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo(1);
		assertThat(this.anna.queue("?kind=all")).extracting(Moderating.Item::id).containsExactly(before);
		assertThat(this.anna.queue("?kind=withheld")).extracting(Moderating.Item::id).containsExactly(id);
		assertThat(this.anna.queue("?kind=withheld").getFirst().record().published()).isPositive();
	}

	@Test
	void tellsAShadowBannedAuthorWhatHeWouldBeToldWithout() {
		String author = this.anna.waiting(guest("g", "Первое")).author();
		this.anna.action("POST", "/authors/%s/ban".formatted(author),
				"{\"edition\":\"%s\",\"shadow\":true}".formatted(this.edition));
		this.conversation.guestPosts("{\"text\":\"Реклама\"}", "g")
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("pending")
			.jsonPath("$.because")
			.isEqualTo(List.of("premoderated"));
	}

	@Test
	void weighsReportsByHowOftenTheirReaderWasRight() {
		String right = "right-" + this.edition;
		String wrong = "wrong-" + this.edition;
		String bad = this.conversation.said("Плохое");
		report(bad, right, "abuse");
		String rejected = this.anna.action("POST", "/comments/%s/reject".formatted(bad), null);
		String good = this.conversation.said("Хорошее");
		report(good, wrong, "abuse");
		this.anna.decide(good, "approve").expectStatus().isOk();
		String third = this.conversation.said("Спорное");
		report(third, right, "other");
		assertThat(this.anna.waiting(third).weight()).isEqualTo(0.667);
		report(third, wrong, "offtopic");
		report(third, "new-" + this.edition, "spam");
		assertThat(this.anna.waiting(third).weight()).isEqualTo(1.5);
		this.anna.undo(rejected).expectStatus().isOk();
		String fourth = this.conversation.said("Ещё");
		report(fourth, right, "other");
		assertThat(this.anna.waiting(fourth).weight()).as("the judgement that is undone does not count").isEqualTo(0.5);
	}

	@Test
	void readsTheQueueToItsEndInEitherOrder() {
		List<String> reported = IntStream.range(0, 5).mapToObj((n) -> this.conversation.said("Слово " + n)).toList();
		IntStream.range(0, 5)
			.forEach((n) -> IntStream.rangeClosed(0, n % 3).forEach((r) -> report(reported.get(n), "v" + r, "spam")));
		List<String> waiting = Stream.concat(reported.stream(), Stream.of(guest("g", "Жду"))).toList();
		assertThat(all("?kind=all&limit=2")).containsExactlyElementsOf(waiting);
		assertThat(all("?sort=weight&limit=2")).containsExactly(reported.get(2), reported.get(1), reported.get(4),
				reported.get(0), reported.get(3), waiting.get(5));
		assertThat(all("?kind=pending&limit=2")).containsExactly(waiting.get(5));
		assertThat(all("?kind=reported&limit=2")).containsExactlyElementsOf(reported);
	}

	@Test
	void measuresTheQueue() {
		guest("g", "Жду");
		await().atMost(ofSeconds(40)).untilAsserted(() -> {
			assertThat(this.meters.get("rayonka.comment.queue.length").tag("kind", "pending").gauge().value())
				.isPositive();
			assertThat(this.meters.get("rayonka.comment.queue.age.seconds").gauge().value()).isPositive();
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			POST   | /comments/{id}/approve |
			POST   | /comments/{id}/reject  |
			PUT    | /comments/{id}/claim   |
			DELETE | /comments/{id}/claim   |
			PUT    | /comments/{id}/pick    |
			DELETE | /comments/{id}/pick    |
			POST   | /comments/{id}/edit    | {"text":"Иначе"}
			""")
	void letsNobodyElseTouchAComment(String method, String path, String json) {
		String id = this.conversation.said("Слово");
		Moderating stranger = new Moderating(this.client, "Stranger", "elsewhere");
		stranger.send(method, path.replace("{id}", id), json).expectStatus().isForbidden();
		this.anna.send(method, path.replace("{id}", UUID.randomUUID().toString()), json).expectStatus().isNotFound();
		assertThat(count("select count(*) from moderation_action where edition = :key", this.edition)).isZero();
	}

	@Test
	void letsNobodyElseBanUndoOrLook() {
		String id = guest("g", "Слово");
		String author = this.anna.waiting(id).author();
		String ban = "{\"edition\":\"%s\"}".formatted(this.edition);
		String banned = this.anna.action("POST", "/authors/%s/ban".formatted(author), ban);
		String rejected = this.anna.action("POST", "/comments/%s/reject".formatted(id), null);
		Moderating stranger = new Moderating(this.client, "Stranger", "elsewhere");
		stranger.send("POST", "/authors/%s/ban".formatted(author), ban).expectStatus().isForbidden();
		stranger.send("DELETE", "/authors/%s/ban?edition=%s".formatted(author, this.edition), null)
			.expectStatus()
			.isForbidden();
		stranger.undo(banned).expectStatus().isForbidden();
		stranger.undo(rejected).expectStatus().isForbidden();
		stranger.send("GET", "/actions?edition=" + this.edition, null).expectStatus().isForbidden();
		stranger.send("GET", "/actions?comment=" + id, null).expectBody().jsonPath("$.items").isEmpty();
		this.anna.undo(UUID.randomUUID().toString()).expectStatus().isNotFound();
		for (String forged : List.of("AAAA", "bm9ib2R5", "=.=", "a~b")) {
			this.anna.send("POST", "/authors/%s/ban".formatted(forged), ban).expectStatus().isNotFound();
		}
	}

	private static List<Integer> atOnce(Stream<Callable<Integer>> calls) throws InterruptedException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return threads.invokeAll(calls.toList()).stream().map(Future::resultNow).toList();
		}
	}

	private static int status(WebTestClient.ResponseSpec answer) {
		return answer.expectBody().returnResult().getStatus().value();
	}

	private List<String> all(String query) {
		Moderating.Listing page = this.anna.page(query);
		List<String> ids = page.items().stream().map(Moderating.Item::id).toList();
		return (page.next() == null) ? ids
				: Stream
					.concat(ids.stream(), all(query.replaceFirst("(&cursor=.*)?$", "&cursor=" + page.next())).stream())
					.toList();
	}

	private String guest(String visitor, String text) {
		return Conversation.idOf(this.conversation.guestPosts("{\"text\":\"%s\"}".formatted(text), visitor));
	}

	private String refusal(String visitor) {
		return new String(Objects.requireNonNull(this.conversation.guestPosts("{\"text\":\"Ещё\"}", visitor)
			.expectStatus()
			.isForbidden()
			.expectBody()
			.returnResult()
			.getResponseBody()), StandardCharsets.UTF_8);
	}

	private void report(String comment, String visitor, String category) {
		this.client.post()
			.uri("/api/v1/comments/" + comment + "/report")
			.header("Rayonka-Visitor", visitor)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"reason\":\"Грубо\",\"category\":\"%s\"}".formatted(category))
			.exchange()
			.expectStatus()
			.isAccepted();
	}

	private long count(String sql, String key) {
		return Objects.requireNonNull(this.database.sql(sql).bind("key", key).mapValue(Long.class).one().block());
	}

	private static void assertClaimed(WebTestClient.ResponseSpec answer) {
		answer.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:claimed")
			.jsonPath("$.until")
			.isNotEmpty();
	}

}
