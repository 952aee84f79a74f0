package org.rayonka.engagement;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.events.CommentsImported;
import org.rayonka.events.CommentsImported.Said;
import org.rayonka.events.CountsChanged;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What readers and other services see of engagement.
 */
class EngagementApplicationIT extends RunningService {

	@Test
	void showsAViewInThePopularListWithinTwoSeconds() {
		String edition = edition();
		UUID article = article(edition, "society");
		popular("edition=" + edition);
		viewed(article, "10.0.0.1");
		await().atMost(Duration.ofSeconds(2)).until(() -> popular("edition=" + edition).containsKey(article));
		JsonNode item = get("/api/v1/popular?by=views&window=7d&rubric=society&edition=" + edition).path("items")
			.get(0);
		assertThat(item.path("rank").asInt()).isEqualTo(1);
		assertThat(item.path("value").asInt()).isEqualTo(1);
		JsonNode card = item.path("article");
		assertThat(card.path("headline").asString()).isEqualTo("Мост открыт");
		assertThat(card.path("url").asString())
			.isEqualTo("https://paper.example/" + edition + "/2026/11/22/" + article);
		assertThat(card.path("picture").path("url").asString()).isEqualTo("https://paper.example/media/a.jpg");
	}

	@Test
	void letsAnArticleBeViewedWithinTwoSecondsOfPublishing() {
		UUID article = newId();
		assertThat(view(article, "10.0.0.1", BROWSER)).isEqualTo(404);
		publish(article, 1, edition(), "society");
		await().atMost(Duration.ofSeconds(2)).until(() -> view(article, "10.0.0.1", BROWSER) == 202);
	}

	@Test
	void countsAVisitorOnceAndExplainsTheRest() {
		UUID article = article(edition(), "society");
		viewed(article, "10.0.0.1");
		viewed(article, "10.0.0.1");
		viewed(article, "10.0.0.2");
		assertThat(view(article, "10.0.0.3", "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)"))
			.isEqualTo(202);
		assertThat(view(article, "10.0.0.4", "curl/8.5")).isEqualTo(202);
		assertThat(fetchedAhead(article, "10.0.0.5")).isEqualTo(202);
		awaitCount(article, "views", 2);
		String audit = "/api/v1/articles/%s/counts/audit".formatted(article);
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			JsonNode day = get(audit).path("days").path(0);
			assertThat(List.of(day.path("counted").asInt(), day.path("repeated").asInt(), day.path("crawler").asInt(),
					day.path("automated").asInt(), day.path("prefetch").asInt()))
				.containsExactly(2, 1, 1, 1, 1);
		});
		assertThat(get(audit).path("views").asInt()).isEqualTo(2);
		assertThat(count(article, "views")).isEqualTo(2);
	}

	@Test
	void keepsWhatTheGatewayBringsTogetherAndAnswersForEach() {
		String edition = edition();
		UUID article = article(edition, "society");
		UUID other = article(edition, "society");
		UUID withdrawn = article(edition, "society");
		withdraw(withdrawn, 2, edition);
		await().until(() -> view(withdrawn, "10.0.0.1", BROWSER) == 410);
		List<Map<String, Object>> beacons = List.of(brought(article, "10.0.0.1", ""), brought(newId(), "10.0.0.1", ""),
				brought(article, "10.0.0.2", ""), brought(withdrawn, "10.0.0.1", ""), brought(article, "10.0.0.1", ""),
				brought(article, "10.0.0.3", "prefetch;prerender"), brought(other, "10.0.0.1", ""));
		assertThat(together(beacons)).containsExactly(202, 404, 202, 410, 202, 202, 202);
		assertThat(together(List.of())).isEmpty();
		awaitCount(article, "views", 2);
		awaitCount(other, "views", 1);
		viewed(article, "10.0.0.2");
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			JsonNode day = get("/api/v1/articles/%s/counts/audit".formatted(article)).path("days").path(0);
			assertThat(List.of(day.path("counted").asInt(), day.path("repeated").asInt(), day.path("prefetch").asInt()))
				.as("who comes alone is the same visitor")
				.containsExactly(2, 2, 1);
		});
	}

	@Test
	void countsOneReaderAmongTenThousandRequests() {
		String edition = edition();
		UUID article = article(edition, "society");
		Flux.range(0, 10_000)
			.flatMap((number) -> Mono.fromCallable(() -> odd(article, number)).subscribeOn(Schedulers.boundedElastic()),
					32)
			.doOnNext((status) -> assertThat(status).isEqualTo(202))
			.blockLast(Duration.ofMinutes(2));
		String audit = "/api/v1/articles/%s/counts/audit".formatted(article);
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			JsonNode day = get(audit).path("days").path(0);
			assertThat(List.of(day.path("counted").asInt(), day.path("repeated").asInt(), day.path("crawler").asInt(),
					day.path("automated").asInt(), day.path("prefetch").asInt()))
				.containsExactly(1, 2499, 2500, 2500, 2500);
		});
		assertThat(count(article, "views")).isEqualTo(1);
		assertThat(popular("edition=" + edition)).containsExactly(Map.entry(article, 1.0));
	}

	private int fetchedAhead(UUID article, String address) {
		return client().post()
			.uri("/api/v1/articles/{id}/views", article)
			.header("X-Forwarded-For", address)
			.header("User-Agent", BROWSER)
			.header("Sec-Purpose", "prefetch;prerender")
			.exchange()
			.returnResult(Void.class)
			.getStatus()
			.value();
	}

	/**
	 * A crawler, a browser without a window, a page fetched ahead, or the one reader
	 * again.
	 */
	private int odd(UUID article, int number) {
		String address = "10.1.%d.%d".formatted(number / 250, number % 250);
		return switch (number % 4) {
			case 0 -> view(article, address, "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)");
			case 1 -> view(article, address, BROWSER.replace("Firefox", "HeadlessChrome"));
			case 2 -> fetchedAhead(article, address);
			default -> view(article, "10.0.0.1", BROWSER);
		};
	}

	@Test
	void countsReadersWithoutScriptByAPixel() {
		UUID article = article(edition(), "society");
		client().get()
			.uri("/api/v1/articles/{id}/views.gif", article)
			.header("User-Agent", BROWSER)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.IMAGE_GIF)
			.expectHeader()
			.valueMatches("Cache-Control", ".*no-store.*");
		awaitCount(article, "views", 1);
	}

	@Test
	void writesNeitherAddressNorUserAgentIntoTheLog() {
		UUID article = article(edition(), "society");
		viewed(article, "203.0.113.77");
		assertThat(log(Topics.VIEWS)).filteredOn((record) -> article.toString().equals(record.key()))
			.hasSize(1)
			.allSatisfy((record) -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
				.doesNotContain("203.0.113.77", "Firefox"));
	}

	@Test
	void hidesWithdrawnArticles() {
		String edition = edition();
		UUID kept = article(edition, "society");
		UUID withdrawn = article(edition, "society");
		viewed(kept, "10.0.0.1");
		viewed(withdrawn, "10.0.0.1");
		viewed(withdrawn, "10.0.0.2");
		await().until(() -> List.copyOf(popular("edition=" + edition).keySet()).equals(List.of(withdrawn, kept)));
		withdraw(withdrawn, 2, edition);
		await().atMost(Duration.ofSeconds(2))
			.until(() -> List.copyOf(popular("edition=" + edition).keySet()).equals(List.of(kept)));
		await().atMost(Duration.ofSeconds(2)).until(() -> view(withdrawn, "10.0.0.3", BROWSER) == 410);
		client().put()
			.uri("/api/v1/articles/{id}/like", withdrawn)
			.header("Rayonka-Visitor", "a")
			.exchange()
			.expectStatus()
			.isEqualTo(410);
		publish(withdrawn, 1, edition, "society");
		publish(withdrawn, 3, edition, "sport");
		await().until(() -> popular("edition=" + edition + "&rubric=sport").equals(Map.of(withdrawn, 2.0)));
		assertThat(popular("edition=" + edition + "&rubric=society")).containsOnlyKeys(kept);
	}

	@Test
	void likesOnceAndTakesBack() {
		String edition = edition();
		UUID article = article(edition, "society");
		for (int i = 0; i < 2; i++) {
			assertThat(like(article, "a", true).toString()).isEqualTo("{\"likes\":1,\"liked\":true}");
		}
		assertThat(like(article, "b", true).path("likes").asInt()).isEqualTo(2);
		awaitCount(article, "likes", 2);
		await().until(() -> popular("by=likes&window=24h&edition=" + edition).equals(Map.of(article, 2.0)));
		for (int i = 0; i < 2; i++) {
			assertThat(like(article, "b", false).toString()).isEqualTo("{\"likes\":1,\"liked\":false}");
		}
		assertThat(like(article, "a", false).path("likes").asInt()).isZero();
		await().until(() -> popular("by=likes&window=all&edition=" + edition).isEmpty());
		await().until(() -> popular("by=likes&window=24h&edition=" + edition).isEmpty());
	}

	@Test
	void standsUpToAThousandChangesOfOneLikeAtOnce() {
		UUID article = article(edition(), "society");
		Flux.range(0, 1000)
			.flatMap((i) -> Mono.fromCallable(() -> like(article, "eager", i % 2 == 0))
				.subscribeOn(Schedulers.boundedElastic()), 64)
			.doOnNext((state) -> assertThat(state.path("likes").asInt()).isBetween(0, 1))
			.blockLast(Duration.ofMinutes(2));
		long rows = now(this.database.sql("select count(*) from article_like where article_id = :article")
			.bind("article", article)
			.mapValue(Long.class)
			.one());
		assertThat(count(article, "likes")).isEqualTo(rows).isBetween(0L, 1L);
		awaitTold(article, 0, rows);
	}

	@Test
	void tellsOthersTheNumbers() {
		UUID article = article(edition(), "society");
		viewed(article, "10.0.0.1");
		like(article, "a", true);
		awaitTold(article, 1, 1);
	}

	@Test
	void listsImportedCommentsInTheWindowInWhichTheyWereSaid() {
		String edition = edition();
		UUID article = article(edition, "society");
		UUID today = newId();
		Instant now = Instant.now();
		CommentsImported imported = new CommentsImported(article, 1, now, 100,
				List.of(new Said(today, now.minus(Duration.ofHours(3))),
						new Said(newId(), now.minus(Duration.ofDays(3))),
						new Said(newId(), now.minus(Duration.ofDays(20)))));
		tell(Topics.COMMENTS, imported);
		tell(Topics.COMMENTS, imported);
		awaitCount(article, "comments", 100);
		awaitDiscussed(edition, article, Map.of("24h", 1.0, "7d", 2.0, "30d", 3.0, "all", 100.0));
		removeComment(article, today, 2, 99);
		awaitDiscussed(edition, article, Map.of("7d", 1.0, "30d", 2.0, "all", 99.0));
		await().until(() -> popular("by=comments&window=24h&edition=" + edition).isEmpty());
	}

	private void awaitDiscussed(String edition, UUID article, Map<String, Double> values) {
		values.forEach((window, value) -> await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(popular("by=comments&window=" + window + "&edition=" + edition))
				.isEqualTo(Map.of(article, value))));
	}

	@Test
	void showsWhatIsDiscussed() {
		String edition = edition();
		UUID article = article(edition, "society");
		UUID first = newId();
		UUID second = newId();
		comment(article, first, 1, 1);
		comment(article, second, 2, 2);
		comment(article, second, 2, 2);
		awaitCount(article, "comments", 2);
		await().until(() -> popular("by=comments&window=24h&edition=" + edition).equals(Map.of(article, 2.0)));
		removeComment(article, first, 3, 1);
		awaitCount(article, "comments", 1);
		await().until(() -> popular("by=comments&window=30d&edition=" + edition).equals(Map.of(article, 1.0)));
	}

	@Test
	void answersManyCountsAtOnce() {
		UUID one = article(edition(), "society");
		UUID other = article(edition(), "society");
		viewed(one, "10.0.0.1");
		awaitCount(one, "views", 1);
		JsonNode items = get("/api/v1/counts?ids=%s,%s,%s".formatted(one, other, newId())).path("items");
		assertThat(items.size()).isEqualTo(2);
		assertThat(items.path(one.toString()).path("views").asInt()).isEqualTo(1);
		assertThat(items.path(other.toString()).path("likes").asInt(-1)).isZero();
		assertThat(items.path(other.toString()).path("asOf").asString()).endsWith("Z");
	}

	@Test
	void streamsNumbersAsTheyChange() {
		UUID article = article(edition(), "society");
		Flux<ServerSentEvent<String>> stream = client().get()
			.uri("/api/v1/counts/stream?ids={id}", article)
			.accept(MediaType.TEXT_EVENT_STREAM)
			.exchange()
			.returnResult(new org.springframework.core.ParameterizedTypeReference<ServerSentEvent<String>>() {
			})
			.getResponseBody();
		StepVerifier.create(stream.mapNotNull(ServerSentEvent::data))
			.expectNextMatches((data) -> data.contains("\"views\":0"))
			.then(() -> viewed(article, "10.0.0.1"))
			.expectNextMatches((data) -> data.contains("\"views\":1") && data.contains(article.toString()))
			.thenCancel()
			.verify(Duration.ofSeconds(10));
	}

	@Test
	void putsStoriesOfSmallEditionsBesideThoseOfLargeOnes() {
		String town = edition();
		String village = edition();
		UUID inTown = article(town, "society");
		UUID elsewhereInTown = article(town, "society");
		UUID inVillage = article(village, "society");
		for (int i = 0; i < 40; i++) {
			viewed(inTown, "10.1.0." + i);
			viewed(elsewhereInTown, "10.2.0." + i);
			if (i < 36) {
				viewed(inVillage, "10.3.0." + i);
			}
		}
		awaitCount(inVillage, "views", 36);
		awaitCount(inTown, "views", 40);
		await().untilAsserted(() -> {
			Map<UUID, Double> list = popular("by=trending&limit=100");
			assertThat(list).containsKeys(inTown, inVillage);
			assertThat(list.get(inVillage)).isGreaterThan(list.get(inTown));
		});
		assertThat(popular("by=trending&window=7d&edition=" + town)).containsOnlyKeys(inTown, elsewhereInTown);
	}

	@Test
	void passesOverWhatIsNoEvent() {
		UUID article = article(edition(), "society");
		send(new ProducerRecord<>(Topics.VIEWS, article.toString(), "{".getBytes(StandardCharsets.UTF_8)));
		send(new ProducerRecord<>(Topics.VIEWS, article.toString(),
				"{\"type\":\"view.smelled\",\"article\":\"%s\",\"at\":\"2026-11-22T00:00:00Z\"}".formatted(article)
					.getBytes(StandardCharsets.UTF_8)));
		viewed(article, "10.0.0.1");
		awaitCount(article, "views", 1);
		assertThat(log(Topics.deadLetter(Topics.VIEWS))).anyMatch((record) -> article.toString().equals(record.key()));
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/v1/popular?by=smell, 400", "GET, /api/v1/popular?window=1h, 400",
			"GET, /api/v1/popular?limit=0, 400", "GET, /api/v1/popular?limit=101, 400",
			"GET, /api/v1/popular?limit=x, 400", "GET, /api/v1/popular?edition=A%20b, 400",
			"GET, /api/v1/popular?by=views&sort=up, 400", "GET, /api/v1/counts, 400", "GET, /api/v1/counts?ids=, 400",
			"GET, /api/v1/counts?ids=1, 400", "GET, /api/v1/counts/stream?ids=x, 400",
			"GET, /api/v1/articles/x/counts, 400",
			"GET, /api/v1/articles/019a9b5e-7c00-7000-8000-00000000dead/counts, 404",
			"GET, /api/v1/articles/019a9b5e-7c00-7000-8000-00000000dead/counts/audit, 404",
			"GET, /api/v1/articles/019a9b5e-7c00-7000-8000-00000000dead/views.gif, 404",
			"POST, /api/v1/articles/019a9b5e-7c00-7000-8000-00000000dead/views, 404",
			"POST, /api/v1/articles/x/views, 400",
			"GET, /api/v1/articles/019a9b5e-7c00-7000-8000-00000000dead/views, 405",
			"PUT, /api/v1/articles/019a9b5e-7c00-7000-8000-00000000dead/like, 400", "DELETE, /api/v1/popular, 405",
			"GET, /api/v1/nothing, 404" })
	void answersBadInputWithProblems(String method, String path, int status) {
		client().method(HttpMethod.valueOf(method))
			.uri(java.net.URI.create("http://127.0.0.1:" + this.port + path))
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.value(String.class, (type) -> assertThat(type).startsWith("urn:rayonka:problem:"));
	}

	@Test
	void refusesMoreThanAHundredIds() {
		String ids = String.join(",", java.util.stream.Stream.generate(() -> newId().toString()).limit(101).toList());
		client().get().uri("/api/v1/counts?ids=" + ids).exchange().expectStatus().isBadRequest();
	}

	@Test
	void isEmptyForAnEditionThatNobodyHasReadYet() {
		assertThat(popular("edition=nobody-reads-it&by=trending&rubric=sport")).isEmpty();
	}

	@Test
	void describesItself() {
		assertThat(get("/openapi.json").path("paths").toString()).contains("/api/v1/popular", "/api/v1/counts");
		assertThat(get("/actuator/health/readiness").path("status").asString()).isEqualTo("UP");
	}

	private void awaitTold(UUID article, long views, long likes) {
		await().atMost(Duration.ofSeconds(15))
			.untilAsserted(() -> assertThat(log(Topics.ENGAGEMENT).stream()
				.map((record) -> (CountsChanged) EventJson.read(record.value()))
				.filter((event) -> event.article().equals(article))
				.reduce((before, after) -> {
					assertThat(after.revision()).isGreaterThan(before.revision());
					return after;
				})).hasValueSatisfying((last) -> {
					assertThat(last.views()).isEqualTo(views);
					assertThat(last.likes()).isEqualTo(likes);
				}));
	}

}
