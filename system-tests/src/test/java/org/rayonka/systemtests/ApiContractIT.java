package org.rayonka.systemtests;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls the public API as an aggregator does, and as somebody who types nonsense.
 */
@ExtendWith(RunningPlatform.Starter.class)
class ApiContractIT {

	private static final Duration AT_ONCE = Duration.ofSeconds(2);

	@Test
	void showsAnArticleOnItsEditionsPageWithinTwoSeconds(RunningPlatform platform) {
		JsonNode article = new Newsroom(platform).publish("Только что случилось " + UUID.randomUUID());
		Awaitility.await()
			.atMost(AT_ONCE)
			.untilAsserted(() -> assertThat(Api.anonymous(platform).get("/zarechye/").body())
				.contains(article.get("headline").asString()));
	}

	@Test
	void showsAViewInThePopularListWithinTwoSeconds(RunningPlatform platform) {
		JsonNode article = new Newsroom(platform).publish("Заметка, которую заметили");
		String id = article.get("id").asString();
		Api reader = Api.anonymous(platform)
			.with("User-Agent",
					"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36");
		Awaitility.await()
			.atMost(AT_ONCE)
			.until(() -> reader.send("POST", "/api/v1/articles/" + id + "/views", null, null).status() == 202);
		Awaitility.await()
			.atMost(AT_ONCE)
			.untilAsserted(() -> assertThat(
					reader.get("/api/v1/popular?by=views&window=24h&edition=zarechye&limit=100").json().get("items"))
				.anySatisfy((item) -> {
					assertThat(item.at("/article/id").asString()).isEqualTo(id);
					assertThat(item.get("value").asLong()).isEqualTo(1);
				}));
	}

	@Test
	void walksAllArticlesWithoutMissingOrDoublingOne(RunningPlatform platform) {
		Api api = Api.anonymous(platform);
		Set<String> seen = new HashSet<>();
		for (String path = "/api/v1/articles?limit=17"; path != null;) {
			Api.Reply page = api.get(path);
			page.json().get("items").forEach((item) -> assertThat(seen.add(item.get("id").asString())).isTrue());
			String next = page.json().get("next").asStringOpt().orElse(null);
			path = (next != null) ? "/api/v1/articles?limit=17&cursor=" + next : null;
		}
		assertThat(seen).hasSizeGreaterThanOrEqualTo(90);
	}

	@Test
	void tellsAggregatorsOfAWithdrawalAndAnswersGone(RunningPlatform platform) {
		Newsroom newsroom = new Newsroom(platform);
		JsonNode article = newsroom.publish("Заметка, которую отозвали");
		String id = article.get("id").asString();
		newsroom.withdraw(article);
		assertThat(Api.anonymous(platform).get("/api/v1/articles/" + id).status()).isEqualTo(410);
		assertThat(kinds(platform, id)).containsExactly("published", "withdrawn");
		Awaitility.await()
			.atMost(Duration.ofSeconds(5))
			.untilAsserted(
					() -> assertThat(Api.anonymous(platform).get("/api/v1/articles/" + id + "/comments").status())
						.isEqualTo(410));
	}

	private static java.util.List<String> kinds(RunningPlatform platform, String id) {
		java.util.List<String> kinds = new java.util.ArrayList<>();
		String path = "/api/v1/changes?limit=100";
		for (JsonNode page = Api.anonymous(platform).get(path).json(); !page.get("items").isEmpty();) {
			page.get("items")
				.valueStream()
				.filter((item) -> item.at("/article/id").asString().equals(id))
				.forEach((item) -> kinds.add(item.get("kind").asString()));
			page = Api.anonymous(platform).get(path + "&after=" + page.get("next").asString()).json();
		}
		return kinds;
	}

	@ParameterizedTest
	@CsvFileSource(resources = "/bad-requests.csv", useHeadersInDisplayName = true)
	void answersBadInputWithAProblem(String caller, String method, String path, String body, int status, String type,
			RunningPlatform platform) {
		Api api = "newsroom".equals(caller) ? new Newsroom(platform).api() : Api.anonymous(platform);
		String article = Api.anonymous(platform).get("/api/v1/articles?limit=1").json().at("/items/0/id").asString();
		String target = path.replace("{article}", article).replace("{nobody}", UUID.randomUUID().toString());
		Api.Reply reply = (body == null) ? api.send(method, target, null, null) : api.json(method, target, body);
		assertThat(reply.status()).as(reply.body()).isEqualTo(status);
		assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(reply.json().get("type").asString()).isEqualTo("urn:rayonka:problem:" + type);
		assertThat(reply.body()).doesNotContain("Exception").doesNotContain("org.rayonka");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env" })
	void hidesTheActuator(String path, RunningPlatform platform) {
		assertThat(Api.anonymous(platform).get(path).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/feeds/zarechye.rss", "/feeds/zarechye.atom", "/feeds/zarechye.json", "/feeds/all.rss",
			"/robots.txt", "/sitemap.xml", "/api/docs", "/api/v1/openapi.json", "/api/v1/editions", "/zarechye/" })
	void answers(String path, RunningPlatform platform) {
		assertThat(Api.anonymous(platform).get(path).status()).isEqualTo(200);
	}

}
