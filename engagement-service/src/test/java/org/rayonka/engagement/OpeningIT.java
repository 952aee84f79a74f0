package org.rayonka.engagement;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.events.CountsChanged;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

/**
 * What an article brings along from an old site is in its numbers once, whatever happens,
 * and in no list of a window.
 */
class OpeningIT extends RunningService {

	@Autowired
	ApplicationContext context;

	@Autowired
	KafkaListenerEndpointRegistry listeners;

	private final String edition = edition();

	@AfterEach
	void startWhatWasStopped() {
		infrastructure();
		views().start();
	}

	@Test
	void showsInEveryNumberAndMovesByTheDifference() {
		UUID article = article(this.edition, "society");
		viewed(article, "10.0.0.1");
		like(article, "a", true);
		open(article, 51_387, 73);
		open(article, 51_387, 73);
		awaitNumbers(article, 51_388, 74);
		open(article, 1000, 70);
		awaitNumbers(article, 1001, 71);
		assertThat(like(article, "a", false).path("likes").asInt()).isEqualTo(70);
		open(article, 0, 0);
		awaitNumbers(article, 1, 0);
	}

	@Test
	void standsInListsOfAllTimeAloneAndInTheAuditOnALineOfItsOwn() {
		UUID old = article(this.edition, "society");
		UUID read = article(this.edition, "sport");
		viewed(read, "10.0.0.1");
		open(old, 1_000_000_000_000L, 12);
		awaitNumbers(old, 1_000_000_000_000L, 12);
		await().untilAsserted(() -> assertThat(popular("by=views&window=all&edition=" + this.edition))
			.isEqualTo(Map.of(old, 1e12, read, 1.0)));
		await().untilAsserted(
				() -> assertThat(popular("by=likes&window=all&edition=" + this.edition)).isEqualTo(Map.of(old, 12.0)));
		for (String window : List.of("24h", "7d", "30d")) {
			String list = "&window=" + window + "&edition=" + this.edition;
			assertThat(popular("by=views" + list)).containsOnlyKeys(read);
			assertThat(popular("by=trending" + list)).containsOnlyKeys(read);
			assertThat(popular("by=likes" + list)).isEmpty();
		}
		JsonNode audit = get("/api/v1/articles/%s/counts/audit".formatted(old));
		assertThat(audit.path("views").asLong()).isEqualTo(1_000_000_000_000L);
		assertThat(audit.path("opening").toString()).isEqualTo("{\"views\":1000000000000,\"likes\":12}");
		assertThat(audit.path("days").isEmpty()).isTrue();
	}

	@Test
	void comesBackWhenRedisIsEmptied() {
		UUID article = article(this.edition, "society");
		open(article, 500, 5);
		viewed(article, "10.0.0.1");
		awaitNumbers(article, 501, 5);
		awaitSnapshot(article, 501);
		flushRedis();
		awaitNumbers(article, 501, 5);
		views().stop();
		open(article, 600, 6);
		flushRedis();
		views().start();
		awaitNumbers(article, 601, 6);
		await().untilAsserted(() -> assertThat(popular("by=views&window=all&edition=" + this.edition))
			.isEqualTo(Map.of(article, 601.0)));
	}

	@Test
	void isKeptWhileNothingCounts() {
		UUID article = article(this.edition, "society");
		views().stop();
		open(article, 500, 5);
		assertThat(count(article, "views")).isZero();
		infrastructure().redis().kill();
		infrastructure().redis().start();
		views().start();
		awaitNumbers(article, 500, 5);
	}

	@Test
	void countsOnceWhenTheLogIsReadFromTheBeginning() {
		UUID article = article(this.edition, "society");
		open(article, 300, 3);
		open(article, 500, 5);
		awaitNumbers(article, 500, 5);
		awaitSnapshot(article, 500);
		views().stop();
		forgetTheGroup();
		views().start();
		open(article, 700, 7);
		awaitNumbers(article, 700, 7);
	}

	@Test
	void isRefusedWhenKafkaIsAway() {
		UUID article = article(this.edition, "society");
		infrastructure().kafka().kill();
		put(newsroom(), article, "{\"views\":1,\"likes\":1}").expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists("Retry-After")
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:opening-not-kept");
		infrastructure().kafka().start();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> put(newsroom(), article, "{\"views\":2,\"likes\":2}").returnResult(Void.class)
				.getStatus()
				.value() == 200);
		awaitNumbers(article, 2, 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "moderation", "aggregator", "" })
	void isForClientsOfTheNewsroom(String scope) {
		UUID article = article(this.edition, "society");
		String right = "{\"views\":1,\"likes\":1}";
		put(client(scope, "*"), article, right).expectStatus().isForbidden();
		put(client("newsroom", "elsewhere"), article, right).expectStatus().isForbidden();
		put(newsroom().mutateWith(mockJwt().jwt((token) -> token.subject("an-editor")
			.claim("roles", List.of("editor", "admin"))
			.claim("editions", List.of("*")))), article, right).expectStatus().isForbidden();
		put(client(), article, right).expectStatus().isUnauthorized();
		assertThat(opened(article)).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"views":-1,"likes":0}
			{"views":0,"likes":-1}
			{"views":1000000000001,"likes":0}
			{"views":0,"likes":1000000000001}
			{"views":1.5,"likes":0}
			{"views":1e400,"likes":0}
			{"views":99999999999999999999999,"likes":0}
			{"views":"many","likes":0}
			{"views":true,"likes":0}
			{"views":[1],"likes":0}
			{"views":null,"likes":0}
			{"views":1}
			{"views":1,"likes":1,"comments":1}
			[]
			{
			""")
	void refusesNonsense(String body) {
		UUID article = article(this.edition, "society");
		put(newsroom(), article, body).expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(opened(article)).isZero();
	}

	@Test
	void followsTheArticle() {
		put(newsroom(), newId(), "{\"views\":1,\"likes\":1}").expectStatus().isNotFound();
		UUID article = article(this.edition, "society");
		withdraw(article, 2, this.edition);
		await()
			.untilAsserted(() -> put(newsroom(), article, "{\"views\":1,\"likes\":1}").expectStatus().isEqualTo(410));
		assertThat(get("/openapi.json").path("paths").has("/api/v1/articles/{article}/opening")).isTrue();
	}

	private void open(UUID article, long views, long likes) {
		put(newsroom(), article, "{\"views\":%d,\"likes\":%d}".formatted(views, likes)).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.views")
			.isEqualTo(views)
			.jsonPath("$.likes")
			.isEqualTo(likes);
	}

	private static WebTestClient.ResponseSpec put(WebTestClient client, UUID article, String body) {
		return client.put()
			.uri("/api/v1/articles/{id}/opening", article)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange();
	}

	private WebTestClient newsroom() {
		return client("newsroom", this.edition);
	}

	private WebTestClient client(String scope, String edition) {
		return WebTestClient.bindToApplicationContext(this.context)
			.apply(SecurityMockServerConfigurers.springSecurity())
			.configureClient()
			.responseTimeout(Duration.ofSeconds(10))
			.build()
			.mutateWith(mockJwt().jwt(
					(token) -> token.subject("an-importer").claim("scope", scope).claim("editions", List.of(edition))));
	}

	/** Here, and as others were told last. */
	private void awaitNumbers(UUID article, long views, long likes) {
		awaitCount(article, "views", views);
		awaitCount(article, "likes", likes);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(log(Topics.ENGAGEMENT).stream()
				.map((record) -> (CountsChanged) EventJson.read(record.value()))
				.filter((event) -> event.article().equals(article))
				.reduce((before, after) -> after)).hasValueSatisfying((last) -> {
					assertThat(last.views()).isEqualTo(views);
					assertThat(last.likes()).isEqualTo(likes);
				}));
	}

	private void awaitSnapshot(UUID article, long views) {
		await().untilAsserted(
				() -> assertThat(now(this.database.sql("select views from counts where article_id = :article")
					.bind("article", article)
					.mapValue(Long.class)
					.one())).isEqualTo(views));
	}

	/** How many balances of an article the log holds. */
	private long opened(UUID article) {
		return log(Topics.VIEWS).stream()
			.filter((record) -> article.toString().equals(record.key()))
			.filter((record) -> new String(record.value(), StandardCharsets.UTF_8).contains("opening.recorded"))
			.count();
	}

	private void forgetTheGroup() {
		try (org.apache.kafka.clients.admin.Admin admin = org.apache.kafka.clients.admin.Admin
			.create(Map.of("bootstrap.servers", this.brokers))) {
			await().ignoreExceptions().until(() -> {
				admin.deleteConsumerGroups(List.of("engagement-views")).all().get();
				return true;
			});
		}
	}

	private MessageListenerContainer views() {
		return Objects.requireNonNull(this.listeners.getListenerContainer("views"));
	}

}
