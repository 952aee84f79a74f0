package org.rayonka.engagement;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Nothing lost and nothing counted twice, whatever is delivered again, emptied or killed:
 * each test compares with an oracle that reads the log.
 */
class CountingIT extends LoggedViews {

	@Autowired
	KafkaListenerEndpointRegistry listeners;

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
	void tellsAgainWhatAnOlderRedisHasForgotten() {
		List<UUID> articles = articles(2);
		like(articles.getFirst(), "a", true);
		awaitLikes(Map.of(articles.getFirst(), 1.0));
		Map<String, byte[]> older = dump();
		like(articles.getFirst(), "b", true);
		like(articles.getLast(), "a", true);
		awaitLikes(Map.of(articles.getFirst(), 2.0, articles.getLast(), 1.0));
		load(older);
		awaitLikes(Map.of(articles.getFirst(), 2.0, articles.getLast(), 1.0));
	}

	private void awaitLikes(Map<UUID, Double> likes) {
		for (String window : List.of("24h", "all")) {
			await().untilAsserted(() -> assertThat(popular("by=likes&window=" + window + "&edition=" + this.edition))
				.isEqualTo(likes));
		}
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
		assertThat(together(List.of(brought(article, "10.0.0.2", ""), brought(newId(), "10.0.0.2", ""))))
			.as("of an article that is not remembered nobody knows whether it is there")
			.containsExactly(202, 503);
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
		long start = System.nanoTime();
		assertThat(together(articles.stream().map((article) -> brought(article, "10.0.0.3", "")).toList()))
			.containsExactly(503, 503, 503);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1200));
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

}
