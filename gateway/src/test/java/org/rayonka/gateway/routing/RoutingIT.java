package org.rayonka.gateway.routing;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.gateway.GatewayTest;
import org.rayonka.gateway.Outside;
import org.rayonka.gateway.StandIns;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class RoutingIT {

	@LocalServerPort
	private int port;

	private WebTestClient outside = WebTestClient.bindToServer().build();

	@BeforeEach
	void comeFromOutside() {
		this.outside = Outside.at(this.port);
	}

	@AfterEach
	void hurry() {
		StandIns.ARTICLE.answerAfter(Duration.ZERO);
		StandIns.ENGAGEMENT.answerAfter(Duration.ZERO);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			GET,  /api/v1/editions,                          article
			GET,  /api/v1/articles?edition=zarechye&limit=5, article
			GET,  /api/v1/articles/1,                        article
			GET,  /api/v1/changes?after=7,                   article
			GET,  /api/v1/authors/vera,                      article
			POST, /api/v1/newsroom/articles,                 article
			POST, /api/v1/newsroom/media,                    article
			POST, /api/v1/newsroom/imports?edition=zarechye, article
			GET,  /media/abc.jpg,                            article
			POST, /api/v1/articles/1/views,                  engagement
			GET,  /api/v1/articles/1/views.gif,              engagement
			PUT,  /api/v1/articles/1/like,                   engagement
			GET,  /api/v1/articles/1/like,                   engagement
			PUT,  /api/v1/articles/1/opening,                engagement
			GET,  /api/v1/articles/1/counts,                 engagement
			GET,  /api/v1/articles/1/counts/audit,           engagement
			GET,  /api/v1/counts?ids=1,                      engagement
			GET,  /api/v1/popular?by=views,                  engagement
			GET,  /api/v1/articles/1/comments,               comment
			POST, /api/v1/articles/1/comments,               comment
			GET,  /api/v1/articles/1/comments/stream,        comment
			PUT,  /api/v1/comments/1/vote,                   comment
			POST, /api/v1/comments/1/report,                 comment
			GET,  /api/v1/moderation/queue,                  comment
			POST, /api/v1/moderation/imports,                comment
			GET,  /login,                                    identity
			POST, /login,                                    identity
			POST, /oauth2/token,                             identity
			GET,  /oauth2/jwks,                              identity
			GET,  /oauth2/authorize?client_id=x,             identity
			GET,  /.well-known/openid-configuration,         identity
			GET,  /identity/pages.css,                       identity
			GET,  /,                                         web
			GET,  /zarechye/2026/11/22/snow,                 web
			GET,  /feeds/zarechye.rss,                       web
			GET,  /search?q=most&edition=zarechye,           web
			GET,  /login/oauth2,                             web
			""")
	void leadsToTheService(String method, String path, String service) {
		JsonNode seen = Outside.seen(this.outside.method(HttpMethod.valueOf(method)).uri(path).exchange());
		assertThat(seen.at("/service").asString()).isEqualTo(service);
		assertThat(seen.at("/uri").asString()).isEqualTo(path);
		assertThat(seen.at("/method").asString()).isEqualTo(method);
	}

	@ParameterizedTest
	@CsvSource({ "/api/v2/articles", "/api/v1/nothing", "/api", "/actuator", "/actuator/health", "/openapi.json" })
	void knowsNothingElse(String path) {
		this.outside.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:not-found");
	}

	@Test
	void answersInThePlaceOfASlowService() {
		StandIns.ENGAGEMENT.answerAfter(Duration.ofSeconds(20));
		long before = System.nanoTime();
		this.outside.post()
			.uri("/api/v1/articles/1/views")
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists("Retry-After")
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:service-unavailable")
			.jsonPath("$.service")
			.isEqualTo("engagement");
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofSeconds(2),
				Duration.ofSeconds(4));
	}

	@Test
	void givesAnOrdinaryRequestFiveSeconds() {
		StandIns.ARTICLE.answerAfter(Duration.ofSeconds(20));
		long before = System.nanoTime();
		this.outside.get().uri("/api/v1/articles/1").exchange().expectStatus().isEqualTo(503);
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofSeconds(5),
				Duration.ofSeconds(7));
	}

	@Test
	void spendsLittleTimeOnAServiceThatIsAwayAndFindsItAgain() {
		StandIns.COMMENT.leave();
		for (int i = 0; i < 15; i++) {
			this.outside.get().uri("/api/v1/articles/1/comments").exchange().expectStatus().isEqualTo(503);
		}
		int before = StandIns.COMMENT.requests();
		StandIns.COMMENT.comeBack();
		this.outside.get().uri("/api/v1/articles/1/comments").exchange().expectStatus().isEqualTo(503);
		assertThat(StandIns.COMMENT.requests()).as("the breaker is open").isEqualTo(before);
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(
					() -> this.outside.get().uri("/api/v1/articles/1/comments").exchange().expectStatus().isOk());
	}

	@Test
	void showsReadersAPageWhileWebIsAway() {
		StandIns.WEB.leave();
		try {
			this.outside.get()
				.uri("/zarechye/")
				.accept(MediaType.TEXT_HTML)
				.exchange()
				.expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.exists("Retry-After")
				.expectHeader()
				.contentTypeCompatibleWith(MediaType.TEXT_HTML)
				.expectBody(String.class)
				.value((page) -> assertThat(page).contains("Страница сейчас недоступна"));
		}
		finally {
			StandIns.WEB.comeBack();
		}
	}

	@Test
	void passesEventsOnAsTheyCome() {
		StepVerifier
			.create(this.outside.get()
				.uri("/api/v1/counts/stream?ids=1")
				.accept(MediaType.TEXT_EVENT_STREAM)
				.exchange()
				.returnResult(String.class)
				.getResponseBody())
			.expectNext("first")
			.thenCancel()
			.verify(Duration.ofSeconds(5));
	}

}
