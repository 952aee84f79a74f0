package org.rayonka.comment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.rayonka.events.ArticleCard;
import org.rayonka.events.ArticleCorrected;
import org.rayonka.events.ArticlePublished;
import org.rayonka.events.ArticleWithdrawn;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.EditionChanged;
import org.rayonka.events.Event;
import org.rayonka.events.EventJson;
import org.rayonka.events.Premoderation;
import org.rayonka.events.Topics;

import org.springframework.http.MediaType;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

/**
 * What happens to an article's discussion from outside: the newsroom by Kafka, readers
 * and moderators by HTTP.
 */
class Conversation {

	private final UUID article = Ids.at(Instant.now());

	private final String edition;

	private final WebTestClient client;

	private final KafkaTemplate<String, byte[]> kafka;

	private final ConsumerFactory<String, byte[]> consumers;

	private final DatabaseClient database;

	Conversation(String edition, WebTestClient client, KafkaTemplate<String, byte[]> kafka,
			ConsumerFactory<String, byte[]> consumers, DatabaseClient database) {
		this.edition = edition;
		this.client = client;
		this.kafka = kafka;
		this.consumers = consumers;
		this.database = database;
	}

	String edition() {
		return this.edition;
	}

	UUID article() {
		return this.article;
	}

	/** Publishes the article and waits until it may be discussed. */
	Conversation published() {
		tell(new ArticlePublished(this.article, 1, Instant.now(), card(true)));
		await().atMost(ofSeconds(30)).until(() -> list("").expectBody().returnResult().getStatus().value() == 200);
		return this;
	}

	void closed(long revision) {
		tell(new ArticleCorrected(this.article, revision, Instant.now(), card(false)));
	}

	void withdrawn(long revision) {
		tell(new ArticleWithdrawn(this.article, revision, Instant.now(), this.edition));
	}

	/**
	 * The edition settles whose comments wait for a moderator; what stands behind it in
	 * the log has been read when this returns.
	 */
	void premoderates(Premoderation whose, long revision) {
		EditionChanged event = new EditionChanged(this.edition, revision, Instant.now(), whose);
		int partition = this.kafka.send(Topics.EDITIONS, event.key(), EventJson.write(event))
			.join()
			.getRecordMetadata()
			.partition();
		EditionChanged mark = new EditionChanged("mark-" + UUID.randomUUID(), 1, Instant.now(), Premoderation.GUESTS);
		this.kafka.send(Topics.EDITIONS, partition, mark.key(), EventJson.write(mark)).join();
		await().atMost(ofSeconds(30))
			.until(() -> this.database.sql("select slug from edition where slug = :mark")
				.bind("mark", mark.edition())
				.fetch()
				.one()
				.blockOptional()
				.isPresent());
	}

	void tell(Event event) {
		this.kafka.send(Topics.ARTICLES, event.key(), EventJson.write(event)).join();
	}

	WebTestClient.ResponseSpec list(String query) {
		return this.client.get().uri("/api/v1/articles/" + this.article + "/comments" + query).exchange();
	}

	WebTestClient.ResponseSpec guestPosts(String json, String visitor) {
		return this.client.post()
			.uri("/api/v1/articles/" + this.article + "/comments")
			.header("Rayonka-Visitor", visitor)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange();
	}

	WebTestClient.ResponseSpec readerPosts(String json, @Nullable String key) {
		return as("reader").post().uri("/api/v1/articles/" + this.article + "/comments").headers((headers) -> {
			if (key != null) {
				headers.set("Idempotency-Key", key);
			}
		}).contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
	}

	/** Posts as a signed-in reader. */
	String said(String text) {
		return idOf(readerPosts("{\"text\":\"%s\"}".formatted(text), null));
	}

	String answered(String parent, String text) {
		return idOf(readerPosts("{\"text\":\"%s\",\"parentId\":\"%s\"}".formatted(text, parent), null));
	}

	WebTestClient.ResponseSpec judge(String comment, String verdict) {
		return as("moderator").post().uri("/api/v1/moderation/comments/%s/%s".formatted(comment, verdict)).exchange();
	}

	WebTestClient as(String role) {
		return this.client.mutateWith(mockJwt().jwt((token) -> token.subject("the-" + role)
			.claim("name", "Анна Петрова")
			.claim("roles", List.of(role))
			.claim("editions", List.of(this.edition))));
	}

	WebTestClient asClient(String scope) {
		return this.client.mutateWith(mockJwt()
			.jwt((token) -> token.subject("a-client").claim("scope", scope).claim("editions", List.of("*"))));
	}

	static String idOf(WebTestClient.ResponseSpec answer) {
		Receipt receipt = answer.expectStatus().isCreated().expectBody(Receipt.class).returnResult().getResponseBody();
		return Objects.requireNonNull(receipt).id();
	}

	/** Sends to every partition what no article-service would send. */
	void tellEveryPartition(String poison) {
		IntStream.range(0, Topics.PARTITIONS)
			.forEach((partition) -> this.kafka
				.send(Topics.ARTICLES, partition, "poison", poison.getBytes(StandardCharsets.UTF_8))
				.join());
	}

	/** The events told of the discussion, once there are as many as expected. */
	List<CommentEvent> told(int expected) {
		return received(Topics.COMMENTS, expected,
				(json) -> (EventJson.read(json) instanceof CommentEvent event && event.article().equals(this.article))
						? Stream.of(event) : Stream.empty());
	}

	/** How many comments the database holds as published. */
	long rows() {
		return Objects.requireNonNull(
				this.database.sql("select count(*) from comment where article_id = :article and status = 'published'")
					.bind("article", this.article)
					.mapValue(Long.class)
					.one()
					.block());
	}

	/** The id of a comment that was imported. */
	String imported(String sourceId) {
		return Objects
			.requireNonNull(
					this.database.sql("select id from comment where article_id = :article and external_id = :source")
						.bind("article", this.article)
						.bind("source", sourceId)
						.mapValue(UUID.class)
						.one()
						.block())
			.toString();
	}

	/** What was set aside and contains the mark, once there is as much as expected. */
	List<String> deadLetters(String mark, int expected) {
		return received(Topics.deadLetter(Topics.ARTICLES), expected,
				(bytes) -> Stream.of(new String(bytes, StandardCharsets.UTF_8)).filter((text) -> text.contains(mark)));
	}

	private <T> List<T> received(String topic, int expected, Function<byte[], Stream<T>> reading) {
		List<T> found = new ArrayList<>();
		try (Consumer<String, byte[]> consumer = this.consumers.createConsumer("test-" + UUID.randomUUID(), "")) {
			consumer
				.assign(IntStream.range(0, Topics.PARTITIONS).mapToObj((n) -> new TopicPartition(topic, n)).toList());
			await().atMost(ofSeconds(30)).until(() -> {
				consumer.poll(ofMillis(100)).forEach((record) -> reading.apply(record.value()).forEach(found::add));
				return found.size() >= expected;
			});
		}
		return found;
	}

	private ArticleCard card(boolean open) {
		return new ArticleCard(this.edition, "society", "/zarechye/2026/11/22/most", "Мост открыли", "", null, false,
				"6+", Instant.now(), open);
	}

	/**
	 * The answer to a posting.
	 *
	 * @param id the comment's id
	 * @param status published or pending
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Receipt(String id, String status) {
	}

}
