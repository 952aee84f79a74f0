package org.rayonka.comment;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.CommentPublished;
import org.rayonka.events.CommentRemoved;
import org.rayonka.events.Topics;
import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole service on real servers.
 */
@SpringBootTest
@AutoConfigureWebTestClient(timeout = "30s")
@UseLocalInfrastructure(servers = { ServerKind.POSTGRESQL, ServerKind.KAFKA }, database = "comment")
class CommentApplicationIT {

	@Autowired
	private WebTestClient client;

	@Autowired
	private KafkaTemplate<String, byte[]> kafka;

	@Autowired
	private ConsumerFactory<String, byte[]> consumers;

	@Autowired
	private DatabaseClient database;

	private Conversation conversation;

	@BeforeEach
	void anArticleIsPublished() {
		this.conversation = new Conversation(this.client, this.kafka, this.consumers).published();
	}

	@Test
	void tellsOfACommentWithTheAbsoluteCount() {
		String first = this.conversation.said("Наконец-то!");
		String second = this.conversation.answered(first, "Двадцать лет ждали");
		List<CommentEvent> events = this.conversation.told(2);
		assertThat(events).allSatisfy((event) -> assertThat(event).isInstanceOf(CommentPublished.class))
			.extracting(CommentEvent::count)
			.containsExactly(1L, 2L);
		assertThat(events).extracting(CommentEvent::comment)
			.containsExactly(UUID.fromString(first), UUID.fromString(second));
		assertThat(events).extracting(CommentEvent::revision).containsExactly(1L, 2L);
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(2)
			.jsonPath("$.open")
			.isEqualTo(true)
			.jsonPath("$.items[0].name")
			.isEqualTo("Анна Петрова")
			.jsonPath("$.items[0].replies[0].text")
			.isEqualTo("Двадцать лет ждали")
			.jsonPath("$.items[0].replies[0].parentId")
			.isEqualTo(first);
	}

	@Test
	void countsWhatManyPostAtOnce() {
		List<String> ids = IntStream.range(0, 8)
			.parallel()
			.boxed()
			.flatMap((writer) -> IntStream.range(0, 25).mapToObj((n) -> this.conversation.said(writer + "/" + n)))
			.toList();
		assertThat(new HashSet<>(ids)).hasSize(200);
		assertThat(published()).isEqualTo(200);
		this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo(200);
		assertThat(this.conversation.told(200)).extracting(CommentEvent::count)
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
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
		assertThat(events.get(2).comment()).isEqualTo(UUID.fromString(later));
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
		assertThat(published()).isEqualTo(1);
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
		assertThat(published()).isEqualTo(1);
	}

	@Test
	void postsOnceForEachKey() {
		String json = "{\"text\":\"Один раз\"}";
		String key = UUID.randomUUID().toString();
		String id = Conversation.idOf(this.conversation.readerPosts(json, key));
		assertThat(Conversation.idOf(this.conversation.readerPosts(json, key))).isEqualTo(id);
		this.conversation.readerPosts("{\"text\":\"Другое\"}", key).expectStatus().isEqualTo(422);
		assertThat(published()).isEqualTo(1);
	}

	@Test
	void postsOnceWhenTheSameKeyComesEightTimesAtOnce() {
		String key = UUID.randomUUID().toString();
		List<Integer> statuses = IntStream.range(0, 8)
			.parallel()
			.mapToObj((n) -> this.conversation.readerPosts("{\"text\":\"Один раз\"}", key))
			.map((answer) -> answer.returnResult(String.class).getStatus().value())
			.toList();
		assertThat(statuses).contains(201).containsAnyOf(201, 409).doesNotContain(500, 503);
		assertThat(published()).isEqualTo(1);
	}

	@Test
	void ratesByVotesOfDifferentReaders() {
		String low = this.conversation.said("Низко");
		String high = this.conversation.said("Высоко");
		for (int visitor = 0; visitor < 3; visitor++) {
			vote(high, "v" + visitor, 1);
			vote(low, "v" + visitor, -1);
		}
		vote(high, "v0", 1);
		vote(low, "v0", 1);
		this.client.delete()
			.uri("/api/v1/comments/" + low + "/vote")
			.header("Rayonka-Visitor", "v1")
			.exchange()
			.expectBody()
			.jsonPath("$.score")
			.isEqualTo(0);
		this.conversation.list("?sort=best")
			.expectBody()
			.jsonPath("$.items[*].id")
			.isEqualTo(List.of(high, low))
			.jsonPath("$.items[*].score")
			.isEqualTo(List.of(3, 0));
	}

	@ParameterizedTest
	@CsvSource({ "newest", "oldest", "best" })
	void pagesThroughEverythingOnce(String sort) {
		List<String> ids = IntStream.range(0, 11).mapToObj((n) -> this.conversation.said("n" + n)).toList();
		ids.stream().limit(4).forEach((id) -> vote(id, "v", 1));
		Set<String> seen = new HashSet<>();
		@Nullable String cursor = null;
		do {
			Listing page = page(sort, cursor);
			assertThat(page.items()).hasSizeLessThanOrEqualTo(3)
				.allSatisfy((item) -> assertThat(seen.add(item.id())).isTrue());
			cursor = page.next();
		}
		while (cursor != null);
		assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
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
		new Conversation(this.client, this.kafka, this.consumers).published();
		this.conversation.list("").expectStatus().isEqualTo(410);
	}

	@Test
	void knowsNoDiscussionOfAnUnknownArticle() {
		Conversation other = new Conversation(this.client, this.kafka, this.consumers);
		other.list("").expectStatus().isNotFound();
		other.readerPosts("{\"text\":\"Где?\"}", null).expectStatus().isNotFound();
	}

	@Test
	void passesOverWhatIsNoEvent() {
		for (String poison : List.of("no json", "{}", "{\"type\":\"article.published\"}",
				"{\"type\":\"article.pinned\",\"article\":\"%s\",\"at\":\"%s\"}".formatted(UUID.randomUUID(),
						Instant.now()))) {
			IntStream.range(0, Topics.PARTITIONS)
				.forEach((partition) -> this.kafka
					.send(Topics.ARTICLES, partition, "poison",
							poison.getBytes(java.nio.charset.StandardCharsets.UTF_8))
					.join());
		}
		new Conversation(this.client, this.kafka, this.consumers).published();
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

	private void vote(String comment, String visitor, int value) {
		this.client.put()
			.uri("/api/v1/comments/" + comment + "/vote")
			.header("Rayonka-Visitor", visitor)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"value\":%d}".formatted(value))
			.exchange()
			.expectStatus()
			.isOk();
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

	private Listing page(String sort, @Nullable String cursor) {
		String query = "?limit=3&sort=" + sort + ((cursor != null) ? "&cursor=" + cursor : "");
		return Objects
			.requireNonNull(this.conversation.list(query).expectBody(Listing.class).returnResult().getResponseBody());
	}

	private long published() {
		return Objects.requireNonNull(
				this.database.sql("select count(*) from comment where article_id = :article and status = 'published'")
					.bind("article", this.conversation.article())
					.mapValue(Long.class)
					.one()
					.block());
	}

	record Listing(List<Item> items, @Nullable String next) {
	}

	record Item(String id) {
	}

}
