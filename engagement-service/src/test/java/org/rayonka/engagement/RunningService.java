package org.rayonka.engagement;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.rayonka.events.ArticleCard;
import org.rayonka.events.ArticlePublished;
import org.rayonka.events.ArticleWithdrawn;
import org.rayonka.events.CommentPublished;
import org.rayonka.events.CommentRemoved;
import org.rayonka.events.Event;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.rayonka.events.ViewRecorded;
import org.rayonka.infrastructure.LocalInfrastructure;
import org.rayonka.infrastructure.RunningInfrastructure;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole service on real servers, the same for all tests, and what they have in
 * common: other services that tell it of articles and comments, and readers.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "rayonka.public-url=https://paper.example", "rayonka.views.judge-rate=false",
				"rayonka.views.drift-period=1s" })
@UseLocalInfrastructure(database = "engagement")
public abstract class RunningService {

	static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

	private static final JsonMapper JSON = JsonMapper.shared();

	@LocalServerPort
	int port;

	@Value("${spring.kafka.bootstrap-servers}")
	String brokers;

	@Autowired
	KafkaTemplate<Object, Object> kafka;

	@Autowired
	protected DatabaseClient database;

	@Autowired
	ReactiveStringRedisTemplate redis;

	static LocalInfrastructure infrastructure() {
		return RunningInfrastructure.current();
	}

	WebTestClient client() {
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.responseTimeout(Duration.ofSeconds(10))
			.build();
	}

	static String edition() {
		return "edition-" + UUID.randomUUID().toString().substring(0, 8);
	}

	/** Publishes an article and waits until it can be viewed. */
	UUID article(String edition, String rubric) {
		UUID article = newId();
		publish(article, 1, edition, rubric);
		await().atMost(Duration.ofSeconds(30))
			.until(() -> get("/api/v1/articles/%s/counts".formatted(article)).path("views").isNumber());
		return article;
	}

	void publish(UUID article, long revision, String edition, String rubric) {
		Instant now = Instant.now();
		tell(Topics.ARTICLES,
				new ArticlePublished(article, revision, now,
						new ArticleCard(edition, rubric, "/" + edition + "/2026/11/22/" + article, "Мост открыт",
								"Первым прошёл автобус", new ArticleCard.Picture("/media/a.jpg", 600, 400, "Мост"),
								false, "6+", now, true)));
	}

	void withdraw(UUID article, long revision, String edition) {
		tell(Topics.ARTICLES, new ArticleWithdrawn(article, revision, Instant.now(), edition));
	}

	void comment(UUID article, UUID comment, long revision, long count) {
		tell(Topics.COMMENTS, new CommentPublished(article, comment, revision, Instant.now(), count));
	}

	void removeComment(UUID article, UUID comment, long revision, long count) {
		tell(Topics.COMMENTS, new CommentRemoved(article, comment, revision, Instant.now(), count));
	}

	void tell(String topic, Event event) {
		send(new ProducerRecord<>(topic, null, event.at().toEpochMilli(), event.key(), EventJson.write(event)));
	}

	void send(ProducerRecord<Object, Object> record) {
		try {
			this.kafka.send(record).get(30, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A beacon as the gateway brings it. */
	static Map<String, Object> brought(UUID article, String address, String purpose) {
		return Map.of("article", article, "headers",
				Map.of("X-Forwarded-For", address, "User-Agent", BROWSER, "Sec-Purpose", purpose));
	}

	/** Brings beacons as the gateway does and says how each was answered. */
	List<Integer> together(List<Map<String, Object>> beacons) {
		List<Integer> statuses = client().post()
			.uri("/api/v1/views")
			.bodyValue(beacons)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(new ParameterizedTypeReference<List<Integer>>() {
			})
			.returnResult()
			.getResponseBody();
		return (statuses != null) ? statuses : List.of();
	}

	/** Sends a beacon from an address and says how it was answered. */
	int view(UUID article, String address, String userAgent) {
		return client().post()
			.uri("/api/v1/articles/{id}/views", article)
			.header("X-Forwarded-For", address)
			.header("User-Agent", userAgent)
			.exchange()
			.returnResult(Void.class)
			.getStatus()
			.value();
	}

	void viewed(UUID article, String address) {
		assertThat(view(article, address, BROWSER)).isEqualTo(202);
	}

	JsonNode get(String path) {
		byte[] answer = client().get().uri(path).exchange().expectBody().returnResult().getResponseBody();
		return JSON.readTree((answer != null) ? answer : "null".getBytes(java.nio.charset.StandardCharsets.UTF_8));
	}

	JsonNode like(UUID article, String visitor, boolean give) {
		WebTestClient.RequestHeadersSpec<?> request = give ? client().put().uri("/api/v1/articles/{id}/like", article)
				: client().delete().uri("/api/v1/articles/{id}/like", article);
		byte[] answer = request.header("Rayonka-Visitor", visitor)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		return JSON.readTree(Objects.requireNonNull(answer));
	}

	long count(UUID article, String what) {
		return get("/api/v1/articles/%s/counts".formatted(article)).path(what).asLong(-1);
	}

	void awaitCount(UUID article, String what, long expected) {
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(count(article, what)).as(what).isEqualTo(expected));
	}

	/** The articles of a list with their values, in order. */
	Map<UUID, Double> popular(String query) {
		Map<UUID, Double> list = new java.util.LinkedHashMap<>();
		get("/api/v1/popular?" + query).path("items")
			.values()
			.forEach((item) -> list.put(UUID.fromString(item.path("article").path("id").asString()),
					item.path("value").asDouble()));
		return list;
	}

	/** Every record of a topic, read without a group. */
	List<org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>> log(String topic) {
		List<org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>> records = new java.util.ArrayList<>();
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
				new HashMap<>(Map.of("bootstrap.servers", this.brokers, "max.poll.records", 5000)),
				new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = java.util.stream.IntStream.range(0, Topics.PARTITIONS)
				.mapToObj((partition) -> new TopicPartition(topic, partition))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream()
				.anyMatch((partition) -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
				consumer.poll(Duration.ofMillis(200)).forEach(records::add);
			}
		}
		return records;
	}

	void flushRedis() {
		this.redis.execute((connection) -> connection.serverCommands().flushAll()).blockLast(Duration.ofSeconds(5));
	}

	static UUID newId() {
		long random = ThreadLocalRandom.current().nextLong();
		long time = (System.currentTimeMillis() << 16) | 0x7000L | (random & 0xfff);
		return new UUID(time, (random & 0x3fffffffffffffffL) | 0x8000000000000000L);
	}

	<T> T now(Mono<T> mono) {
		return Objects.requireNonNull(mono.block(Duration.ofSeconds(20)));
	}

}
