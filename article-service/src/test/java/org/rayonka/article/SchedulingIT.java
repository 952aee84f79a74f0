package org.rayonka.article;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What lies between a draft and the public: review, and a time to become public by
 * itself.
 */
class SchedulingIT extends RunningService {

	@Autowired
	Environment environment;

	@Test
	void publishesOnceAtItsTimeThoughAnInstanceEndsInBetween() {
		String edition = edition();
		Instant at = Instant.now().plusSeconds(12).truncatedTo(ChronoUnit.MILLIS);
		List<Known> scheduled = IntStream.range(0, 20)
			.mapToObj((number) -> schedule(draft(edition, "Мост " + number), at))
			.toList();
		try (SecondInstance other = SecondInstance.beside(this.environment)) {
			assertThat(other.port()).isNotEqualTo(this.port);
			await().atMost(Duration.ofSeconds(60)).until(() -> !published(edition).isEmpty());
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> published(edition).size() >= scheduled.size());
		List<JsonNode> entries = published(edition);
		assertThat(entries).extracting((entry) -> entry.path("article").path("id").asString())
			.containsExactlyInAnyOrderElementsOf(scheduled.stream().map(Known::id).toList());
		assertThat(entries).allSatisfy((entry) -> {
			assertThat(entry.path("kind").asString()).isEqualTo("published");
			assertThat(Instant.parse(entry.path("at").asString())).isAfterOrEqualTo(at);
			assertThat(Instant.parse(entry.path("article").path("publishedAt").asString())).isEqualTo(at);
		});
	}

	@Test
	void showsNobodyWhatIsInReviewOrScheduled() {
		String edition = edition();
		Known submitted = step(draft(edition, "На проверке"), "submit", null);
		Known scheduled = schedule(draft(edition, "По часам"), Instant.now().plus(Duration.ofHours(1)));
		for (Known article : List.of(submitted, scheduled)) {
			call(HttpMethod.GET, "/api/v1/articles/" + article.id(), null).exchange().expectStatus().isNotFound();
		}
		assertThat(get("/api/v1/articles?edition=" + edition).path("items").size()).isZero();
		assertThat(get("/api/v1/articles?edition=" + edition + "&q=проверке").path("items").size()).isZero();
		assertThat(published(edition)).isEmpty();
	}

	@Test
	void makesADraftAgainOfWhatItsEditionMayNotPublish() {
		String edition = edition();
		Known article = schedule(draft(edition, "Без учредителя"), Instant.now().plusSeconds(3));
		Map<String, Object> incomplete = new HashMap<>(imprint());
		incomplete.remove("founder");
		call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + edition, CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(incomplete)
			.exchange()
			.expectStatus()
			.isOk();
		await().atMost(Duration.ofSeconds(30)).until(() -> desk(article).path("status").asString().equals("draft"));
		JsonNode last = desk("/api/v1/newsroom/articles/" + article.id() + "/revisions").path("items").path(0);
		assertThat(last.path("action").asString()).isEqualTo("returned");
		assertThat(last.path("note").asString()).contains("founder");
		assertThat(published(edition)).isEmpty();
	}

	@Test
	void refusesAScheduleThatCannotBeKept() {
		String edition = edition();
		Known draft = draft(edition, "Мост");
		for (String at : List.of("2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z")) {
			trySteps(draft, "schedule", Map.of("publishAt", at)).expectStatus().isBadRequest();
		}
		for (Map<String, String> form : List.of(Map.of("publishAt", "завтра"), Map.of("publishAt", ""),
				Map.<String, String>of())) {
			trySteps(draft, "schedule", form).expectStatus().isBadRequest();
		}
		Known published = step(draft, "publish", null);
		trySteps(published, "schedule", Map.of("publishAt", Instant.now().plusSeconds(60).toString())).expectStatus()
			.isEqualTo(409);
	}

	@ParameterizedTest
	@CsvSource({ "author, 200, 403, 403", "editor, 200, 200, 200", "reader, 403, 403, 403" })
	void letsEditorsAloneDecideWhatThePublicSees(String role, int submit, int schedule, int change) {
		String edition = edition();
		String token = role + "." + edition;
		Known draft = draft(edition, "Мост");
		Map<String, String> form = Map.of("publishAt", Instant.now().plus(Duration.ofHours(1)).toString());
		assertThat(post(draft, "submit", token, Map.of())).isEqualTo(submit);
		assertThat(post(draft(edition, "Другой"), "schedule", token, form)).isEqualTo(schedule);
		Known scheduled = schedule(draft(edition, "Третий"), Instant.now().plus(Duration.ofHours(1)));
		assertThat(post(scheduled, "return", token, Map.of())).isEqualTo(change);
	}

	@Test
	void listsWhatANewsroomWorksOn() {
		String edition = edition();
		Known draft = draft(edition, "Черновик");
		step(draft(edition, "На проверке"), "submit", null);
		published(edition, "Вышло");
		String list = "/api/v1/newsroom/articles?edition=" + edition;
		JsonNode first = desk(list + "&limit=2");
		JsonNode second = desk(list + "&limit=2&cursor=" + first.path("next").asString());
		assertThat(first.path("items").values()).extracting((item) -> item.path("status").asString())
			.containsExactly("published", "in_review");
		assertThat(second.path("items").values()).extracting((item) -> item.path("id").asString())
			.containsExactly(draft.id());
		assertThat(desk(list + "&status=draft").path("items").size()).isEqualTo(1);
		call(HttpMethod.GET, list + "&status=nonsense", CLIENT).exchange().expectStatus().isBadRequest();
		call(HttpMethod.GET, list, "author." + edition()).exchange().expectStatus().isForbidden();
		call(HttpMethod.GET, list, null).exchange().expectStatus().isUnauthorized();
	}

	private Known schedule(Known draft, Instant at) {
		return step(draft, "schedule", Map.of("publishAt", at.toString()));
	}

	private List<JsonNode> published(String edition) {
		return get("/api/v1/changes?limit=100&edition=" + edition).path("items").valueStream().toList();
	}

	private JsonNode desk(Known article) {
		return desk("/api/v1/newsroom/articles/" + article.id());
	}

	private JsonNode desk(String uri) {
		return body(call(HttpMethod.GET, uri, CLIENT).exchange().expectStatus().isOk());
	}

	private int post(Known article, String step, String token, Object form) {
		return call(HttpMethod.POST, "/api/v1/newsroom/articles/" + article.id() + "/" + step, token)
			.header("If-Match", article.tag())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(form)
			.exchange()
			.expectBody()
			.returnResult()
			.getStatus()
			.value();
	}

}
