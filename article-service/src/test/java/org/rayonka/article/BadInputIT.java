package org.rayonka.article;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every endpoint says what is wrong with a request, and never that it failed itself.
 */
class BadInputIT extends RunningService {

	private static final Map<String, Known> DRAFTS = new HashMap<>();

	private Known draft = new Known("", "", JsonMapper.shared().createObjectNode());

	@BeforeEach
	void makesADraft() {
		this.draft = DRAFTS.computeIfAbsent("draft", (name) -> draft(edition(), "Мост"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/api/v1/articles?limit=0 | 400 | invalid-value",
			"/api/v1/articles?limit=101 | 400 | invalid-value", "/api/v1/articles?limit=x | 400 | invalid-parameter",
			"/api/v1/articles?limit=99999999999 | 400 | invalid-parameter",
			"/api/v1/articles?cursor=x | 400 | invalid-cursor", "/api/v1/articles?cursor=%00 | 400 | invalid-parameter",
			"/api/v1/articles?q=a&cursor=bmV3ZXN0fjB-MA | 400 | invalid-cursor",
			"/api/v1/articles?sort=id;drop | 400 | unknown-parameter",
			"/api/v1/articles?video=maybe | 400 | invalid-parameter",
			"/api/v1/articles?q=%00 | 400 | invalid-parameter", "/api/v1/articles?tag=a%00b | 400 | invalid-parameter",
			"/api/v1/articles?author=%01 | 400 | invalid-value", "/api/v1/articles?from=x | 400 | invalid-date",
			"/api/v1/articles?to=2026-02-30 | 400 | invalid-date",
			"/api/v1/articles?from=1899-12-31&q=a | 400 | invalid-date",
			"/api/v1/articles?to=3000-01-01 | 400 | invalid-date",
			"/api/v1/articles?from=%00 | 400 | invalid-parameter",
			"/api/v1/articles?from=-999999999-01-01T00:00:00Z | 400 | invalid-date",
			"/api/v1/articles?from=2026-01-02&to=2026-01-01 | 400 | invalid-period",
			"/api/v1/articles?q=a+b+c+d+e+f+g+h+i+j+k+l+m | 400 | too-many-words",
			"/api/v1/articles?cursor=YmVzdH4wfjA | 400 | invalid-cursor",
			"/api/v1/articles?order=headline | 400 | unknown-parameter",
			"/api/v1/articles?edition=nowhere&q=a | 404 | edition-not-found",
			"/api/v1/articles?edition=nowhere | 404 | edition-not-found",
			"/api/v1/articles?edition=%27%20or%201=1-- | 404 | edition-not-found",
			"/api/v1/articles/x | 400 | invalid-parameter",
			"/api/v1/articles/00000000-0000-0000-0000-000000000000 | 404 | article-not-found",
			"/api/v1/pages | 400 | invalid-parameter", "/api/v1/pages?path=/nowhere | 404 | article-not-found",
			"/api/v1/pages?path=%00 | 400 | invalid-parameter", "/api/v1/editions/nowhere | 404 | edition-not-found",
			"/api/v1/changes?after=x | 400 | invalid-cursor", "/api/v1/changes?limit=0 | 400 | invalid-value",
			"/api/v1/changes?edition=nowhere | 404 | edition-not-found",
			"/api/v1/changes?kind=x | 400 | unknown-parameter", "/api/v1/nowhere | 404 | not-found",
			"/nowhere | 404 | not-found" })
	void saysWhatIsWrongWithAnAddress(String uri, int status, String type) {
		assertProblem(http().get().uri(URI.create("http://localhost:" + this.port + uri)).exchange(), status, type);
	}

	@Test
	void refusesASearchThatIsTooLong() {
		assertProblem(http().get().uri("/api/v1/articles?q=" + "ж".repeat(201)).exchange(), 400, "invalid-value");
		http().get().uri("/api/v1/articles?q=" + "ж".repeat(200)).exchange().expectStatus().isOk();
		int status = http().get()
			.uri("/api/v1/articles?q=" + "ж".repeat(10_000))
			.exchange()
			.expectBody()
			.returnResult()
			.getStatus()
			.value();
		assertThat(status).isBetween(400, 499);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null",
			value = { "edition | null | 400 | invalid-value", "edition | \"nowhere\" | 400 | unknown-edition",
					"rubric | \"nowhere\" | 400 | unknown-rubric", "headline | \"\" | 400 | invalid-value",
					"headline | \"a\\u0000b\" | 400 | invalid-value", "headline | 5x | 400 | invalid-body",
					"headline | {} | 400 | invalid-body", "ageMark | \"5+\" | 400 | invalid-body",
					"ageMark | \"\" | 400 | invalid-body", "body | \"\\u0000\" | 400 | invalid-value",
					"tags | [null] | 400 | invalid-value", "tags | \"a\" | 400 | invalid-body",
					"tags | [\"a\\u0001\"] | 400 | invalid-value",
					"pictures | [{\"path\":\"/media/x.jpg\"}] | 400 | unknown-media",
					"pictures | [{\"path\":\"/media/x.jpg\",\"width\":5}] | 400 | unknown-field",
					"pictures | [null] | 400 | invalid-value",
					"videos | [{\"url\":\"javascript:alert(1)\"}] | 400 | unknown-video",
					"videos | [{\"url\":\"https://evil.example/\"}] | 400 | unknown-video",
					"mood | \"good\" | 400 | unknown-field", "commentsOpen | \"often\" | 400 | invalid-body" })
	void saysWhatIsWrongWithAnArticle(String field, String value, int status, String type) {
		Map<String, Object> text = new HashMap<>(text(this.draft.json().path("edition").asString(), "Мост"));
		text.remove(field);
		String json = JsonMapper.shared().writeValueAsString(text);
		String wrong = json.substring(0, json.length() - 1) + ",\"" + field + "\":" + value + "}";
		String token = field.equals("edition") ? "editor.all" : CLIENT;
		assertProblem(call(HttpMethod.POST, "/api/v1/newsroom/articles", token).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(wrong)
			.exchange(), status, type);
		assertProblem(call(HttpMethod.PUT, "/api/v1/newsroom/articles/" + this.draft.id(), token)
			.contentType(MediaType.APPLICATION_JSON)
			.header("If-Match", "*")
			.bodyValue(wrong)
			.exchange(), status, type);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "publish | {\"publishedAt\":\"2999-01-01T00:00:00Z\"} | 400 | use-schedule",
					"publish | {\"publishedAt\":\"1700-01-01T00:00:00Z\"} | 400 | date-out-of-range",
					"publish | {\"publishedAt\":\"-999999999-01-01T00:00:00Z\"} | 400 | date-out-of-range",
					"publish | {\"publishedAt\":\"+999999999-12-31T00:00:00Z\"} | 400 | use-schedule",
					"publish | {\"publishedAt\":\"yesterday\"} | 400 | invalid-body",
					"publish | {\"when\":1} | 400 | unknown-field", "publish | [] | 400 | invalid-body",
					"correct | {} | 409 | article-is-draft", "correct | {\"headline\":\" \"} | 400 | invalid-value",
					"correct | {\"note\":\"\\u0000\"} | 400 | invalid-value", "withdraw | {} | 409 | article-is-draft",
					"withdraw | {\"note\":5,\"x\":1} | 400 | unknown-field" })
	void saysWhatIsWrongWithAStep(String step, String form, int status, String type) {
		Known anyState = new Known(this.draft.id(), "*", this.draft.json());
		assertProblem(call(HttpMethod.POST, "/api/v1/newsroom/articles/" + this.draft.id() + "/" + step, CLIENT)
			.header("If-Match", anyState.tag())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(form)
			.exchange(), status, type);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "GET | /{id}x | 400 | invalid-parameter",
			"GET | /00000000-0000-0000-0000-000000000000 | 404 | article-not-found",
			"GET | /{id}/revisions?cursor=x | 400 | invalid-cursor",
			"GET | /{id}/revisions/99 | 404 | article-not-found", "GET | /{id}/revisions/x | 400 | invalid-parameter",
			"POST | /00000000-0000-0000-0000-000000000000/publish | 404 | article-not-found",
			"POST | /00000000-0000-0000-0000-000000000000/withdraw | 404 | article-not-found",
			"POST | /{id}/sing | 404 | not-found", "DELETE | /{id} | 405 | method-not-allowed" })
	void saysWhatIsWrongWithAnAddressOfTheNewsroom(String method, String path, int status, String type) {
		assertProblem(
				call(HttpMethod.valueOf(method), "/api/v1/newsroom/articles" + path.replace("{id}", this.draft.id()),
						CLIENT)
					.header("If-Match", "*")
					.exchange(),
				status, type);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "api | {} | 400 | invalid-value", "api | ok | 400 | reserved-slug",
			"Big | ok | 400 | invalid-value", "x{new} | {} | 400 | invalid-value",
			"x{new} | {\"timeZone\":\"Moon/Base\"} | 400 | unknown-time-zone",
			"x{new} | {\"colour\":\"red\"} | 400 | invalid-value", "x{new} | {\"ageMark\":\"7+\"} | 400 | invalid-body",
			"x{new} | {\"premoderation\":\"some\"} | 400 | invalid-body",
			"x{new} | {\"premoderation\":2} | 400 | invalid-body",
			"x{new} | {\"vkGroup\":\"https://elsewhere.example/club1\"} | 400 | invalid-value",
			"x{new} | {\"vkGroup\":\"javascript:alert(1)\"} | 400 | invalid-value",
			"x{new} | {\"emblem\":\"/media/none.png\"} | 400 | unknown-media",
			"x{new} | {\"emblem\":\"javascript:alert(1)\"} | 400 | unknown-media",
			"x{new} | {\"analytics\":\"UA-1\"} | 400 | invalid-value",
			"x{new} | {\"rubrics\":[null]} | 400 | invalid-value", "x{new} | {\"url\":\"x\"} | 400 | unknown-field",
			"x{new} | {\"rubrics\":[{\"slug\":\"a\",\"name\":\"A\"},{\"slug\":\"a\",\"name\":\"B\"}]} | 400 | repeated-rubric" })
	void saysWhatIsWrongWithAnEdition(String slug, String change, int status, String type) {
		Map<String, Object> form = new HashMap<>(imprint());
		if (change.equals("{}")) {
			form.remove("name");
		}
		else if (!change.equals("ok")) {
			JsonMapper.shared().readTree(change).forEachEntry(form::put);
		}
		URI uri = URI.create("http://localhost:" + this.port + "/api/v1/newsroom/editions/"
				+ slug.replace("{new}", UUID.randomUUID().toString().substring(0, 8)));
		assertProblem(http().put()
			.uri(uri)
			.headers((headers) -> headers.setBearerAuth(CLIENT))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(form)
			.exchange(), status, type);
	}

	@Test
	void refusesABodyThatIsTooLarge() {
		Map<String, Object> text = new HashMap<>(text(this.draft.json().path("edition").asString(), "Мост"));
		text.put("body", "а".repeat(300_001));
		assertProblem(call(HttpMethod.POST, "/api/v1/newsroom/articles", CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(text)
			.exchange(), 400, "invalid-value");
		text.put("body", "а".repeat(2_000_000));
		assertProblem(call(HttpMethod.POST, "/api/v1/newsroom/articles", CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(text)
			.exchange(), 413, "too-large");
	}

	private static void assertProblem(WebTestClient.ResponseSpec answer, int status, String type) {
		JsonNode problem = body(
				answer.expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON));
		assertThat(problem.path("type").asString()).isEqualTo("urn:rayonka:problem:" + type);
		assertThat(problem.path("title").asString()).isNotBlank();
	}

}
