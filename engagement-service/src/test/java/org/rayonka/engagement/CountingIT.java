package org.rayonka.engagement;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rayonka.engagement.scoreboard.Window;
import org.rayonka.events.Event;
import org.rayonka.events.EventJson;
import org.rayonka.events.OpeningRecorded;
import org.rayonka.events.Topics;
import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Nothing lost and nothing counted twice, whatever is delivered again, emptied or killed:
 * each test compares with an oracle that reads the log.
 */
class CountingIT extends RunningService {

	private static final List<Verdict> VERDICTS = List.of(Verdict.values());

	private static final Duration WINDOW = Duration.ofMinutes(30);

	@Autowired
	KafkaListenerEndpointRegistry listeners;

	private final Random random = new Random(7);

	private final String edition = edition();

	@AfterEach
	void startWhatWasKilled() {
		infrastructure();
	}

	@Test
	void countsWhatAnOracleCounts() {
		List<UUID> articles = articles(8);
		logViews(articles, 3000, Duration.ofDays(9));
		awaitOracle(articles);
	}

	@Test
	void countsOnceWhatIsDeliveredTwice() {
		List<UUID> articles = articles(4);
		logViews(articles, 1000, Duration.ofHours(5));
		awaitOracle(articles);
		readTheWholeLogAgain();
		logViews(articles, 200, Duration.ofHours(5));
		awaitOracle(articles);
	}

	@Test
	void bringsEveryNumberBackWhenRedisIsEmptied() {
		List<UUID> articles = articles(6);
		logViews(articles, 1500, Duration.ofDays(3));
		like(articles.getFirst(), "a", true);
		awaitOracle(articles);
		flushRedis();
		logViews(articles, 500, Duration.ofMinutes(20));
		awaitOracle(articles);
		await().untilAsserted(() -> assertThat(popular("by=likes&window=24h&edition=" + this.edition))
			.containsExactly(Map.entry(articles.getFirst(), 1.0)));
		Map<UUID, Double> trending = popular("by=trending&window=7d&edition=" + this.edition);
		flushRedis();
		await().ignoreExceptions().untilAsserted(() -> {
			Map<UUID, Double> restored = popular("by=trending&window=7d&edition=" + this.edition + "&limit=11");
			assertThat(restored).hasSameSizeAs(trending);
			restored.forEach((article, value) -> assertThat(value).isCloseTo(trending.getOrDefault(article, 0.0),
					org.assertj.core.data.Percentage.withPercentage(0.2)));
		});
		awaitOracle(articles);
	}

	@Test
	void remembersVisitorsWhenRedisIsEmptied() {
		UUID article = article(this.edition, "society");
		viewed(article, "10.0.0.1");
		awaitCount(article, "views", 1);
		awaitSnapshot(article, 1);
		flushRedis();
		viewed(article, "10.0.0.1");
		viewed(article, "10.0.0.2");
		awaitCount(article, "views", 2);
		awaitOracle(List.of(article));
	}

	@Test
	void readsAgainWhatAnOlderRedisHasForgotten() {
		List<UUID> articles = articles(4);
		logViews(articles, 600, Duration.ofHours(3));
		awaitOracle(articles);
		Map<String, byte[]> older = dump();
		logViews(articles, 600, Duration.ofHours(3));
		awaitOracle(articles);
		load(older);
		awaitOracle(articles);
	}

	@Test
	void goesOnWhenRedisIsKilled() {
		List<UUID> articles = articles(4);
		logViews(articles, 400, Duration.ofHours(3));
		infrastructure().redis().kill();
		logViews(articles, 400, Duration.ofHours(3));
		for (UUID article : articles) {
			assertThat(count(article, "likes")).isNotNegative();
			viewed(article, "10.9.9.9");
		}
		infrastructure().redis().start();
		awaitOracle(articles);
	}

	@Test
	void countsOnWhilePostgresIsAway() {
		UUID article = article(this.edition, "society");
		viewed(article, "10.0.0.1");
		awaitCount(article, "views", 1);
		infrastructure().postgres().kill();
		viewed(article, "10.0.0.2");
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(count(article, "views")).isEqualTo(2));
		infrastructure().postgres().start();
		awaitOracle(List.of(article));
	}

	@Test
	void answersBeaconsWithinASecondWhileKafkaIsAway() {
		List<UUID> articles = articles(3);
		viewed(articles.getFirst(), "10.0.0.1");
		awaitCount(articles.getFirst(), "views", 1);
		infrastructure().kafka().kill();
		for (int i = 0; i < 8; i++) {
			long start = System.nanoTime();
			client().post()
				.uri("/api/v1/articles/{id}/views", articles.get(i % 3))
				.header("User-Agent", BROWSER)
				.exchange()
				.expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.exists("Retry-After");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1200));
		}
		readWhileBeaconsWait(articles.getFirst());
		infrastructure().kafka().start();
		await().atMost(Duration.ofSeconds(60)).until(() -> view(articles.getFirst(), "10.0.0.2", BROWSER) == 202);
		await().atMost(Duration.ofSeconds(30)).until(() -> count(articles.getFirst(), "views") >= 2);
		awaitOracle(articles);
	}

	/** A stalled event loop would make readers wait for beacons. */
	private void readWhileBeaconsWait(UUID article) {
		reactor.core.Disposable beacons = reactor.core.publisher.Flux.range(0, 60)
			.flatMap((i) -> reactor.core.publisher.Mono.fromCallable(() -> view(article, "10.5.0." + i, BROWSER))
				.subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()), 20)
			.subscribe();
		for (int i = 0; i < 10; i++) {
			long start = System.nanoTime();
			assertThat(count(article, "views")).isEqualTo(1);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(800));
		}
		beacons.dispose();
	}

	private List<UUID> articles(int count) {
		List<UUID> articles = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			articles.add(article(this.edition, (i % 2 == 0) ? "society" : "sport"));
		}
		return articles;
	}

	/** Views of few visitors, a little out of order, of all kinds; opening balances. */
	private void logViews(List<UUID> articles, int count, Duration span) {
		Instant start = Instant.now().minus(span);
		List<CompletableFuture<?>> sent = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Instant at = start.plus(span.multipliedBy(i).dividedBy(count))
				.minusSeconds((this.random.nextInt(10) == 0) ? this.random.nextInt(7200) : this.random.nextInt(3));
			UUID article = articles.get(this.random.nextInt(articles.size()));
			Verdict verdict = (this.random.nextInt(6) > 0) ? Verdict.READER
					: VERDICTS.get(this.random.nextInt(VERDICTS.size()));
			ViewRecorded view = new ViewRecorded(article, at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
					this.edition, "visitor" + this.random.nextInt(12), verdict);
			sent.add(log(view));
			if (this.random.nextInt(100) == 0) {
				sent.add(log(new OpeningRecorded(article, view.at(), this.edition,
						this.random.nextLong(1_000_000_000_000L), this.random.nextInt(5))));
			}
		}
		CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
	}

	private CompletableFuture<?> log(Event event) {
		return this.kafka.send(new ProducerRecord<>(Topics.VIEWS, null, event.at().toEpochMilli(), event.key(),
				EventJson.write(event)));
	}

	private void awaitOracle(List<UUID> articles) {
		LogOracle oracle = oracle();
		long now = Window.hourOf(Instant.now());
		await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
			for (UUID article : articles) {
				assertThat(count(article, "views")).as("views").isEqualTo(oracle.views(article));
				assertThat(count(article, "likes")).as("likes")
					.isEqualTo(standingLikes(article) + oracle.openingLikes(article));
			}
			assertThat(popular("limit=100&window=24h&edition=" + this.edition)).as("24h")
				.isEqualTo(oracle.list(this.edition, now - 23));
			assertThat(popular("limit=100&window=7d&edition=" + this.edition)).as("7d")
				.isEqualTo(oracle.list(this.edition, now - 167));
			assertThat(popular("limit=100&window=all&edition=" + this.edition)).as("all")
				.isEqualTo(oracle.all(this.edition));
			articles.forEach((article) -> assertAudit(article, oracle));
		});
	}

	private void assertAudit(UUID article, LogOracle oracle) {
		for (String verdict : List.of("counted", "repeated", "crawler", "automated", "prefetch")) {
			long sum = get("/api/v1/articles/%s/counts/audit".formatted(article)).path("days")
				.valueStream()
				.mapToLong((day) -> day.path(verdict).asLong())
				.sum();
			assertThat(sum).as(verdict).isEqualTo(oracle.count(article, verdict));
		}
		JsonNode audit = get("/api/v1/articles/%s/counts/audit".formatted(article));
		assertThat(audit.path("views").asLong()).isEqualTo(oracle.views(article));
		assertThat(audit.path("opening").path("likes").asLong()).isEqualTo(oracle.openingLikes(article));
	}

	private LogOracle oracle() {
		LogOracle oracle = new LogOracle(WINDOW);
		log(Topics.VIEWS).forEach((record) -> {
			String json = new String(record.value(), StandardCharsets.UTF_8);
			if (json.contains("\"view.recorded\"")) {
				oracle.see(record.partition(), (ViewRecorded) EventJson.read(record.value()));
			}
			else if (json.contains("\"opening.recorded\"")) {
				oracle.see((OpeningRecorded) EventJson.read(record.value()));
			}
		});
		return oracle;
	}

	private long standingLikes(UUID article) {
		return now(this.database.sql("select count(*) from article_like where article_id = :article")
			.bind("article", article)
			.mapValue(Long.class)
			.one());
	}

	private void awaitSnapshot(UUID article, long views) {
		await().untilAsserted(
				() -> assertThat(now(this.database.sql("select views from counts where article_id = :article")
					.bind("article", article)
					.mapValue(Long.class)
					.one())).isEqualTo(views));
	}

	/** As if the group had never committed anything. */
	private void readTheWholeLogAgain() {
		MessageListenerContainer container = java.util.Objects
			.requireNonNull(this.listeners.getListenerContainer("views"));
		container.stop();
		try (org.apache.kafka.clients.admin.Admin admin = org.apache.kafka.clients.admin.Admin
			.create(Map.of("bootstrap.servers", this.brokers))) {
			await().ignoreExceptions().until(() -> {
				admin.deleteConsumerGroups(List.of("engagement-views")).all().get();
				return true;
			});
		}
		container.start();
	}

	private Map<String, byte[]> dump() {
		Map<String, byte[]> values = new HashMap<>();
		withRedis((commands) -> {
			for (byte[] key : commands.keys("{v*")) {
				values.put(new String(key, StandardCharsets.UTF_8), commands.dump(key));
			}
		});
		return values;
	}

	/** At once, so that nothing is counted in between. */
	private void load(Map<String, byte[]> values) {
		withRedis((commands) -> {
			commands.multi();
			commands.flushall();
			values.forEach((key, value) -> commands.restore(key.getBytes(StandardCharsets.UTF_8), 0, value));
			commands.exec();
		});
	}

	private void withRedis(Consumer<RedisCommands<byte[], byte[]>> work) {
		RedisClient client = RedisClient.create(infrastructure().redis().url());
		try (StatefulRedisConnection<byte[], byte[]> connection = client.connect(ByteArrayCodec.INSTANCE)) {
			work.accept(connection.sync());
		}
		client.shutdown();
	}

}
