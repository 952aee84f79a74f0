package org.rayonka.comment;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

/**
 * With neither database nor Kafka the service starts, says what is wrong with a request,
 * and answers 503 to what it cannot do.
 */
@SpringBootTest(properties = { "spring.flyway.enabled=false", "spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:1/comment",
		"spring.r2dbc.password=none", "spring.kafka.bootstrap-servers=127.0.0.1:1",
		"spring.r2dbc.pool.max-acquire-time=500ms" })
@AutoConfigureWebTestClient
class WithoutServersTests {

	private static final String ID = "019a9b5e-7c00-7000-8000-000000000001";

	@Autowired
	private WebTestClient client;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					GET    | /api/v1/articles/x/comments                  |                                    | 400 | invalid-parameter
					GET    | /api/v1/articles/{id}/comments?sort=worst    |                                    | 400 | invalid-parameter
					GET    | /api/v1/articles/{id}/comments?limit=0       |                                    | 400 | invalid-value
					GET    | /api/v1/articles/{id}/comments?limit=51      |                                    | 400 | invalid-value
					GET    | /api/v1/articles/{id}/comments?limit=ten     |                                    | 400 | invalid-parameter
					GET    | /api/v1/articles/{id}/comments?cursor=x      |                                    | 400 | invalid-cursor
					GET    | /api/v1/articles/{id}/comments?page=2        |                                    | 400 | unknown-parameter
					POST   | /api/v1/articles/{id}/comments               | {}                                 | 400 | invalid-value
					POST   | /api/v1/articles/{id}/comments               |                                    | 400 | invalid-body
					POST   | /api/v1/articles/{id}/comments               | {"text":                           | 400 | invalid-body
					POST   | /api/v1/articles/{id}/comments               | {"text":"a","mood":1}              | 400 | unknown-field
					POST   | /api/v1/articles/{id}/comments               | {"text":"a","parentId":"b"}        | 400 | invalid-body
					DELETE | /api/v1/articles/{id}/comments               |                                    | 405 | method-not-allowed
					PUT    | /api/v1/comments/{id}/vote                   | {"value":2}                        | 400 | invalid-value
					PUT    | /api/v1/comments/{id}/vote                   | {"value":"up"}                     | 400 | invalid-body
					PUT    | /api/v1/comments/{id}/vote                   | {}                                 | 400 | invalid-value
					POST   | /api/v1/comments/{id}/report                 | {"reason":"  "}                    | 400 | invalid-value
					POST   | /api/v1/comments/{id}/report                 | {}                                 | 400 | invalid-value
					GET    | /api/v1/comments/{id}/stars                  |                                    | 404 | not-found
					GET    | /api/v1/articles/x/comments/stream           |                                    | 400 | invalid-parameter
					GET    | /api/v1/comments/counts?ids=                 |                                    | 400 | invalid-value
					GET    | /api/v1/comments/counts?ids=x                |                                    | 400 | invalid-parameter
					PUT    | /api/v1/comments/{id}                        | {}                                 | 400 | invalid-value
					PUT    | /api/v1/comments/{id}                        | {"text":"a","name":"b"}            | 400 | unknown-field
					GET    | /api/v1/moderation/comments/{id}/history     |                                    | 401 | unauthenticated
					GET    | /api/v1/moderation/authors/a/export          |                                    | 401 | unauthenticated
					DELETE | /api/v1/moderation/authors/a/data            |                                    | 401 | unauthenticated
					GET    | /api/v1/moderation/queue                     |                                    | 401 | unauthenticated
					POST   | /api/v1/moderation/comments/{id}/approve     |                                    | 401 | unauthenticated
					POST   | /api/v1/moderation/imports                   | {}                                 | 401 | unauthenticated
					PUT    | /api/v1/moderation/comments/{id}/claim       |                                    | 401 | unauthenticated
					POST   | /api/v1/moderation/comments/{id}/edit        | {"text":"a"}                       | 401 | unauthenticated
					DELETE | /api/v1/moderation/comments/{id}/pick        |                                    | 401 | unauthenticated
					POST   | /api/v1/moderation/comments/bulk             | {"ids":[],"action":"approve"}      | 401 | unauthenticated
					POST   | /api/v1/moderation/authors/YQ/ban            | {"edition":"kedrovo"}              | 401 | unauthenticated
					GET    | /api/v1/moderation/actions                   |                                    | 401 | unauthenticated
					POST   | /api/v1/moderation/actions/{id}/undo         |                                    | 401 | unauthenticated
					GET    | /api/v1/moderation/complaints                |                                    | 401 | unauthenticated
					POST   | /api/v1/moderation/complaints/{id}/decide    | {"decision":"keep"}                | 401 | unauthenticated
					POST   | /api/v1/comments/{id}/report                 | {"reason":"a","category":"b"}      | 400 | invalid-body
					POST   | /api/v1/comments/{id}/complaint              | {}                                 | 400 | invalid-value
					""")
	void saysWhatIsWrong(String method, String path, String body, int status, String type) {
		request(this.client, method, path, body).expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:" + type);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					GET  | /api/v1/moderation/queue                 |    | reader    | 403 | forbidden
					GET  | /api/v1/moderation/queue?edition=kedrovo |    | moderator | 403 | forbidden
					POST | /api/v1/moderation/comments/{id}/approve |    | reader    | 403 | forbidden
					POST | /api/v1/moderation/imports               | {} | moderator | 400 | invalid-value
					POST | /api/v1/moderation/imports | {"articleId":"{id}","items":[{"sourceId":"1","text":"t","at":"2020-01-01T00:00:00Z","status":"published"}]} | moderator | 403 | forbidden
					POST | /api/v1/moderation/comments/x/approve    |    | moderator | 400 | invalid-parameter
					PUT  | /api/v1/moderation/comments/{id}/claim   |    | reader    | 403 | forbidden
					POST | /api/v1/moderation/comments/{id}/edit    | {"text":"a"} | reader | 403 | forbidden
					PUT  | /api/v1/moderation/comments/{id}/pick    |    | reader    | 403 | forbidden
					POST | /api/v1/moderation/comments/bulk         | {"ids":["{id}"],"action":"reject"} | reader | 403 | forbidden
					POST | /api/v1/moderation/comments/bulk         | {"ids":[],"action":"reject"} | moderator | 400 | invalid-value
					POST | /api/v1/moderation/comments/bulk         | {"ids":["{id}"],"action":"eat"} | moderator | 400 | invalid-body
					POST | /api/v1/moderation/authors/YQ/ban        | {"edition":"zarechye"} | reader | 403 | forbidden
					POST | /api/v1/moderation/authors/YQ/ban        | {"edition":"kedrovo"} | moderator | 403 | forbidden
					POST | /api/v1/moderation/authors/YQ/ban        | {"edition":"zarechye","until":"2001-01-01T00:00:00Z"} | moderator | 400 | invalid-value
					GET  | /api/v1/moderation/actions               |    | reader    | 403 | forbidden
					POST | /api/v1/moderation/actions/{id}/undo     |    | reader    | 403 | forbidden
					GET  | /api/v1/moderation/complaints            |    | reader    | 403 | forbidden
					POST | /api/v1/moderation/complaints/{id}/decide | {"decision":"keep"} | reader | 403 | forbidden
					GET  | /api/v1/moderation/queue?sort=newest     |    | moderator | 400 | invalid-parameter
					GET  | /api/v1/moderation/queue?kind=nice       |    | moderator | 400 | invalid-parameter
					""")
	void letsNobodyJudgeWhoMayNot(String method, String path, String body, String role, int status, String type) {
		WebTestClient reader = this.client.mutateWith(mockJwt().jwt((token) -> token.subject("a-reader")
			.claim("roles", List.of(role))
			.claim("editions", List.of("zarechye"))));
		request(reader, method, path, body).expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:" + type);
	}

	@Test
	void asksStrangersForTheVisitor() {
		this.client.post()
			.uri("/api/v1/articles/" + ID + "/comments")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"text\":\"Да\"}")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:visitor-required");
	}

	@Test
	void promisesNothingThatItCannotKeep() {
		request(this.client, "POST", "/api/v1/articles/{id}/comments", "{\"text\":\"Да\"}").expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists("Retry-After");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/articles/" + ID + "/comments/stream", "/api/v1/comments/mine/export",
			"/api/v1/comments/counts?ids=" + ID })
	void beginsNothingThatItCannotGoOnWith(String path) {
		this.client.get()
			.uri(path)
			.header("Rayonka-Visitor", "a-visitor")
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void livesAndSaysThatItIsNotReady() {
		this.client.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
		this.client.get().uri("/actuator/health/readiness").exchange().expectStatus().isEqualTo(503);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/articles/{article}/comments", "/api/v1/comments/{id}/vote",
			"/api/v1/comments/{id}/report", "/api/v1/moderation/queue", "/api/v1/moderation/comments/{id}/approve",
			"/api/v1/moderation/imports", "/api/v1/moderation/comments/{id}/claim",
			"/api/v1/moderation/comments/{id}/edit", "/api/v1/moderation/comments/{id}/pick",
			"/api/v1/moderation/comments/bulk", "/api/v1/moderation/authors/{author}/ban", "/api/v1/moderation/actions",
			"/api/v1/moderation/actions/{id}/undo", "/api/v1/moderation/complaints",
			"/api/v1/moderation/complaints/{id}/decide", "/api/v1/comments/{id}/complaint",
			"/api/v1/articles/{article}/comments/stream", "/api/v1/articles/{article}/comments/mine",
			"/api/v1/comments/{id}/context", "/api/v1/comments/mine/export", "/api/v1/comments/counts",
			"/api/v1/moderation/authors/{author}/data" })
	void describesItself(String path) {
		byte[] description = this.client.get()
			.uri("/openapi.json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.openapi")
			.value(String.class, (version) -> assertThat(version).startsWith("3.1"))
			.jsonPath("$.paths['" + path + "']")
			.isNotEmpty()
			.returnResult()
			.getResponseBody();
		assertThat(description).asString().doesNotContain("\"caller\"", "Rayonka-Visitor");
	}

	private static WebTestClient.ResponseSpec request(WebTestClient client, String method, String path, String body) {
		WebTestClient.RequestBodySpec request = client.method(HttpMethod.valueOf(method))
			.uri(path.replace("{id}", ID))
			.header("Rayonka-Visitor", "a-visitor")
			.contentType(MediaType.APPLICATION_JSON);
		return (body != null) ? request.bodyValue(body.replace("{id}", ID)).exchange() : request.exchange();
	}

}
