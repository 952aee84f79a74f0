package org.rayonka.gateway.beacon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.gateway.GatewayTest;
import org.rayonka.gateway.Outside;
import org.rayonka.gateway.StandIns;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Views on their way to engagement-service.
 */
@GatewayTest
class BeaconsIT {

	private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

	@LocalServerPort
	private int port;

	private WebTestClient outside = WebTestClient.bindToServer().build();

	private final String article = UUID.randomUUID().toString();

	@BeforeEach
	void comeFromOutside() {
		this.outside = Outside.at(this.port);
	}

	@AfterEach
	void settle() {
		StandIns.ENGAGEMENT.answerAfter(Duration.ZERO);
		StandIns.ENGAGEMENT.judgeViews((article) -> 202);
	}

	@Test
	void goTogetherAndAreAnsweredOneByOne() {
		Map<String, Integer> statuses = IntStream.range(0, 60)
			.boxed()
			.collect(Collectors.toMap((i) -> UUID.randomUUID().toString(),
					(i) -> List.of(202, 202, 503, 202, 404).get(i % 5)));
		StandIns.ENGAGEMENT.judgeViews(statuses::get);
		WebClient readers = WebClient.create("http://localhost:" + this.port);
		Map<String, Integer> answered = Flux.fromIterable(statuses.keySet())
			.flatMap(
					(article) -> readers.post()
						.uri("/api/v1/articles/{article}/views", article)
						.header("X-Forwarded-For", addressOf(article))
						.exchangeToMono((answer) -> answer.releaseBody()
							.thenReturn(Map.entry(article, answer.statusCode().value()))),
					30)
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.blockOptional(Duration.ofSeconds(30))
			.orElseThrow();
		statuses.replaceAll((article, status) -> (status == 404) ? 200 : status);
		assertThat(answered).as("who is refused is asked about once more, by itself").isEqualTo(statuses);
		List<List<JsonNode>> brought = StandIns.ENGAGEMENT.broughtViews()
			.stream()
			.filter((bundle) -> statuses.containsKey(articleOf(bundle.getFirst())))
			.toList();
		assertThat(brought.stream().flatMap(List::stream).map(BeaconsIT::articleOf))
			.containsExactlyInAnyOrderElementsOf(statuses.keySet());
		assertThat(brought.stream().flatMap(List::stream))
			.allMatch((view) -> view.at("/headers/X-Forwarded-For").asString().equals(addressOf(articleOf(view))));
		assertThat(brought).anyMatch((bundle) -> bundle.size() > 1).allMatch((bundle) -> bundle.size() <= 32);
	}

	@Test
	void tellWhatTheyAreJudgedByAndNothingElse() {
		this.outside.post()
			.uri("/api/v1/articles/{article}/views", this.article)
			.header("X-Forwarded-For", "192.0.2.7")
			.header("User-Agent", BROWSER)
			.header("Sec-Purpose", "prefetch;" + "x".repeat(2_000))
			.header("Cookie", "visitor=1")
			.exchange()
			.expectStatus()
			.isAccepted()
			.expectBody()
			.isEmpty();
		JsonNode told = StandIns.ENGAGEMENT.broughtViews()
			.stream()
			.flatMap(List::stream)
			.filter((view) -> articleOf(view).equals(this.article))
			.findFirst()
			.orElseThrow();
		assertThat(told.propertyNames()).containsExactlyInAnyOrder("article", "headers");
		assertThat(told.path("headers").propertyNames()).containsExactlyInAnyOrder("X-Forwarded-For", "User-Agent",
				"Sec-Purpose");
		assertThat(told.at("/headers/X-Forwarded-For").asString()).isEqualTo("192.0.2.7");
		assertThat(told.at("/headers/User-Agent").asString()).isEqualTo(BROWSER);
		assertThat(told.at("/headers/Sec-Purpose").asString()).startsWith("prefetch;").hasSize(512);
	}

	/** Who could bring views could make up whose they are. */
	@Test
	void areBroughtByNobodyElse() {
		this.outside.post()
			.uri("/api/v1/views")
			.bodyValue(List.of(Map.of("article", this.article, "headers", Map.of("X-Forwarded-For", "192.0.2.8"))))
			.exchange()
			.expectStatus()
			.isNotFound();
		assertThat(StandIns.ENGAGEMENT.broughtViews().stream().flatMap(List::stream))
			.noneMatch((view) -> articleOf(view).equals(this.article));
	}

	@Test
	void areToldWhenTheyCannotBeKept() {
		StandIns.ENGAGEMENT.judgeViews((article) -> 503);
		assertNotKept();
	}

	@Test
	void waitNoLongerThanTwoSecondsForASlowService() {
		StandIns.ENGAGEMENT.answerAfter(Duration.ofSeconds(20));
		long before = System.nanoTime();
		assertNotKept();
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofSeconds(2),
				Duration.ofSeconds(4));
	}

	@Test
	void areKeptAgainWhenTheServiceHasComeBack() {
		StandIns.ENGAGEMENT.leave();
		for (int i = 0; i < 15; i++) {
			assertNotKept();
		}
		StandIns.ENGAGEMENT.comeBack();
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> send().expectStatus().isAccepted());
	}

	private void assertNotKept() {
		send().expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists("Retry-After")
			.expectBody()
			.jsonPath("$.service")
			.isEqualTo("engagement");
	}

	private WebTestClient.ResponseSpec send() {
		return this.outside.post().uri("/api/v1/articles/{article}/views", this.article).exchange();
	}

	private static String articleOf(JsonNode view) {
		return view.path("article").asString();
	}

	private static String addressOf(String article) {
		return "10.9.%d.%d".formatted(Integer.parseInt(article.substring(0, 2), 16),
				Integer.parseInt(article.substring(2, 4), 16));
	}

}
