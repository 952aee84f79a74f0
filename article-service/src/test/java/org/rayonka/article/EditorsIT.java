package org.rayonka.article;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what, and what happens when many do it at once.
 */
class EditorsIT extends RunningService {

	private static final int EDITORS = 50;

	private static final int ARTICLES = 20;

	private static final int EACH = 4;

	@Autowired
	Environment environment;

	@Test
	void losesNothingOfFiftyEditorsOnTwoInstances() {
		String edition = edition();
		List<Known> drafts = IntStream.range(0, ARTICLES)
			.mapToObj((number) -> draft(edition, "Мост " + number))
			.toList();
		try (SecondInstance other = SecondInstance.beside(this.environment)) {
			List<WebTestClient> instances = List.of(http(), http(other.port()));
			Flux.range(0, EDITORS)
				.flatMap((editor) -> Mono.fromRunnable(() -> work(instances.get(editor % 2), drafts, editor))
					.subscribeOn(Schedulers.boundedElastic()), EDITORS)
				.then()
				.block(Duration.ofMinutes(2));
		}
		for (int number = 0; number < ARTICLES; number++) {
			verify(drafts.get(number).id(), number);
		}
		assertThat(get("/api/v1/changes?limit=100&edition=" + edition).path("items").values())
			.extracting((entry) -> entry.path("kind").asString() + " " + entry.path("article").path("id").asString())
			.containsExactlyInAnyOrderElementsOf(drafts.stream().map((draft) -> "published " + draft.id()).toList());
	}

	/** Each adds a line to some of the articles, and wants each of them published. */
	private static void work(WebTestClient instance, List<Known> drafts, int editor) {
		for (int turn = 0; turn < EACH; turn++) {
			String uri = "/api/v1/newsroom/articles/" + drafts.get((editor + turn) % ARTICLES).id();
			assertThat(untilItsOwnTurn(() -> write(instance, uri, editor))).isEqualTo(200);
			assertThat(untilItsOwnTurn(() -> publish(instance, uri))).isIn(200, 409);
		}
	}

	/** Whoever is told that somebody was faster reads again. */
	private static int untilItsOwnTurn(IntSupplier attempt) {
		int status = attempt.getAsInt();
		while (status == 412) {
			status = attempt.getAsInt();
		}
		return status;
	}

	private static int write(WebTestClient instance, String uri, int editor) {
		Known read = read(instance, uri);
		Map<String, Object> text = new HashMap<>(text(read.json().path("edition").asString(), "Мост"));
		text.put("body", read.json().path("body").asString() + "<p>" + editor + "</p>");
		return status(as(instance.put().uri(uri), read).bodyValue(text));
	}

	private static int publish(WebTestClient instance, String uri) {
		return status(as(instance.post().uri(uri + "/publish"), read(instance, uri)).bodyValue(Map.of()));
	}

	private static Known read(WebTestClient instance, String uri) {
		return known(instance.get()
			.uri(uri)
			.headers((headers) -> headers.setBearerAuth(CLIENT))
			.exchange()
			.expectStatus()
			.isOk());
	}

	private static WebTestClient.RequestBodySpec as(WebTestClient.RequestBodySpec request, Known read) {
		return request.headers((headers) -> headers.setBearerAuth(CLIENT))
			.header("If-Match", read.tag())
			.contentType(MediaType.APPLICATION_JSON);
	}

	private static int status(WebTestClient.RequestHeadersSpec<?> request) {
		return request.exchange().expectBody().returnResult().getStatus().value();
	}

	private void verify(String id, int number) {
		String uri = "/api/v1/newsroom/articles/" + id;
		String body = read(http(), uri).json().path("body").asString();
		List<Integer> editors = IntStream.range(0, EDITORS)
			.filter((editor) -> Math.floorMod(number - editor, ARTICLES) < EACH)
			.boxed()
			.toList();
		assertThat(Jsoup.parseBodyFragment(body).select("p").eachText().stream().skip(1).map(Integer::valueOf))
			.containsExactlyInAnyOrderElementsOf(editors);
		JsonNode revisions = body(call(HttpMethod.GET, uri + "/revisions?limit=100", CLIENT).exchange());
		int last = editors.size() + 2;
		assertThat(revisions.path("items").values()).extracting((item) -> item.path("revision").asInt())
			.containsExactlyElementsOf(IntStream.range(0, last).mapToObj((back) -> last - back).toList());
	}

	@Test
	void publishesOnceWhenTenTryAtOnce() {
		Known draft = draft(edition(), "Мост");
		List<Integer> statuses = Flux.range(0, 10)
			.flatMap((i) -> Mono
				.fromCallable(() -> trySteps(draft, "publish", null).expectBody().returnResult().getStatus().value())
				.subscribeOn(Schedulers.boundedElastic()), 10)
			.collectList()
			.blockOptional()
			.orElseThrow();
		assertThat(statuses).containsOnlyOnce(200);
		assertThat(statuses.stream().filter((status) -> status == 412)).hasSize(9);
	}

	@Test
	void asksForTheStateThatIsMeant() {
		Known draft = draft(edition(), "Мост");
		String uri = "/api/v1/newsroom/articles/" + draft.id();
		for (String step : List.of("publish", "correct", "withdraw")) {
			call(HttpMethod.POST, uri + "/" + step, CLIENT).exchange().expectStatus().isEqualTo(428);
			trySteps(new Known(draft.id(), "\"7\"", draft.json()), step, null).expectStatus().isEqualTo(412);
		}
		call(HttpMethod.PUT, uri, CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(text(draft.json().path("edition").asString(), "Мост"))
			.exchange()
			.expectStatus()
			.isEqualTo(428)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:if-match-required");
	}

	@ParameterizedTest
	@CsvSource({ "'', 401, 401, 401", "reader, 403, 403, 403", "author, 201, 200, 403", "editor, 201, 200, 200",
			"moderator, 403, 403, 403", "client, 201, 200, 200" })
	void letsEachRoleDoItsWork(String role, int create, int read, int publish) {
		Known draft = draft(edition(), "Мост");
		String edition = draft.json().path("edition").asString();
		String token = role.isEmpty() ? null : role + "." + edition;
		String uri = "/api/v1/newsroom/articles";
		call(HttpMethod.POST, uri, token).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(text(edition, "Мост"))
			.exchange()
			.expectStatus()
			.isEqualTo(create);
		call(HttpMethod.GET, uri + "/" + draft.id(), token).exchange().expectStatus().isEqualTo(read);
		call(HttpMethod.POST, uri + "/" + draft.id() + "/publish", token).header("If-Match", draft.tag())
			.exchange()
			.expectStatus()
			.isEqualTo(publish);
	}

	@ParameterizedTest
	@CsvSource({ "author", "editor", "admin", "client" })
	void keepsOtherEditionsApart(String role) {
		Known draft = draft(edition(), "Мост");
		String token = role + "." + edition();
		String uri = "/api/v1/newsroom/articles/" + draft.id();
		call(HttpMethod.GET, uri, token).exchange().expectStatus().isForbidden();
		call(HttpMethod.GET, uri + "/revisions", token).exchange().expectStatus().isForbidden();
		call(HttpMethod.POST, uri + "/publish", token).header("If-Match", draft.tag())
			.exchange()
			.expectStatus()
			.isForbidden();
		call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + draft.json().path("edition").asString(), token)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(imprint())
			.exchange()
			.expectStatus()
			.isForbidden();
	}

}
