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
import org.rayonka.engagement.scoreboard.Window;
import org.rayonka.events.Event;
import org.rayonka.events.EventJson;
import org.rayonka.events.OpeningRecorded;
import org.rayonka.events.Topics;
import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Verdict;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Views of all kinds written into the log, and what an oracle makes of them.
 */
abstract class LoggedViews extends RunningService {

	private static final List<Verdict> VERDICTS = List.of(Verdict.values());

	private static final Duration WINDOW = Duration.ofMinutes(30);

	final String edition = edition();

	private final Random random = new Random(7);

	List<UUID> articles(int count) {
		List<UUID> articles = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			articles.add(article(this.edition, (i % 2 == 0) ? "society" : "sport"));
		}
		return articles;
	}

	/** Views of few visitors, a little out of order, of all kinds; opening balances. */
	void logViews(List<UUID> articles, int count, Duration span) {
		Instant start = Instant.now().minus(span);
		List<CompletableFuture<?>> sent = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Instant at = start.plus(span.multipliedBy(i).dividedBy(count))
				.minusSeconds((this.random.nextInt(10) == 0) ? this.random.nextInt(7200) : this.random.nextInt(3));
			UUID article = articles.get(this.random.nextInt(articles.size()));
			Verdict verdict = (this.random.nextInt(6) > 0) ? Verdict.READER
					: VERDICTS.get(this.random.nextInt(VERDICTS.size()));
			ViewRecorded view = new ViewRecorded(article, at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
					this.edition, "visitor" + this.random.nextInt(12), verdict, null);
			sent.add(log(view));
			if (this.random.nextInt(100) == 0) {
				sent.add(log(new OpeningRecorded(article, view.at(), this.edition,
						this.random.nextLong(1_000_000_000_000L), this.random.nextInt(5))));
			}
		}
		CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
	}

	CompletableFuture<?> log(Event event) {
		return this.kafka.send(new ProducerRecord<>(Topics.VIEWS, null, event.at().toEpochMilli(), event.key(),
				EventJson.write(event)));
	}

	void awaitOracle(List<UUID> articles) {
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

	void assertAudit(UUID article, LogOracle oracle) {
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

	LogOracle oracle() {
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

	long standingLikes(UUID article) {
		return now(this.database.sql("select count(*) from article_like where article_id = :article")
			.bind("article", article)
			.mapValue(Long.class)
			.one());
	}

	Map<String, byte[]> dump() {
		Map<String, byte[]> values = new HashMap<>();
		withRedis((commands) -> {
			for (byte[] key : commands.keys("{v*")) {
				values.put(new String(key, StandardCharsets.UTF_8), commands.dump(key));
			}
		});
		return values;
	}

	/** At once, so that nothing is counted in between. */
	void load(Map<String, byte[]> values) {
		withRedis((commands) -> {
			commands.multi();
			commands.flushall();
			values.forEach((key, value) -> commands.restore(key.getBytes(StandardCharsets.UTF_8), 0, value));
			commands.exec();
		});
	}

	void withRedis(Consumer<RedisCommands<byte[], byte[]>> work) {
		RedisClient client = RedisClient.create(infrastructure().redis().url());
		try (StatefulRedisConnection<byte[], byte[]> connection = client.connect(ByteArrayCodec.INSTANCE)) {
			work.accept(connection.sync());
		}
		client.shutdown();
	}

	void awaitSnapshot(UUID article, long views) {
		await().untilAsserted(
				() -> assertThat(now(this.database.sql("select views from counts where article_id = :article")
					.bind("article", article)
					.mapValue(Long.class)
					.one())).isEqualTo(views));
	}

}
