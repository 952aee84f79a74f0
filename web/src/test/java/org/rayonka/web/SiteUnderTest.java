package org.rayonka.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service as browsers see it, once for all tests of the module, with stand-ins
 * for the other services.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "20s")
@Import(SiteUnderTest.Surroundings.class)
abstract class SiteUnderTest {

	static final StandIn ARTICLES = new StandIn();

	static final StandIn ENGAGEMENT = new StandIn();

	static final StandIn COMMENTS = new StandIn();

	static final String PATH = "/zarechye/2026/11/22/most-cherez-zarechku-otkryli-posle-remonta";

	static final String ID = "019a0000-0000-7000-8000-000000000001";

	static final String API = "/api/v1/articles/" + ID;

	@Autowired
	WebTestClient client;

	@Autowired
	TurnedClock clock;

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry properties) {
		properties.add("rayonka.services.article", ARTICLES::url);
		properties.add("rayonka.services.engagement", ENGAGEMENT::url);
		properties.add("rayonka.services.comment", COMMENTS::url);
	}

	@BeforeEach
	void allServicesAreThere() {
		this.clock.turn(Duration.ofMinutes(1));
		List.of(ARTICLES, ENGAGEMENT, COMMENTS).forEach(StandIn::forget);
		ARTICLES.sample("GET /api/v1/editions", "editions")
			.sample("GET /api/v1/articles", "articles-zarechye")
			.sample("GET /api/v1/pages?path=" + PATH, "article")
			.sample("GET " + API, "article")
			.answer("GET /api/v1/pages?path=/zarechye/2026/11/01/otozvano", 410, "{}");
		for (String by : List.of("views", "likes", "comments")) {
			ENGAGEMENT.sample("GET /api/v1/popular?by=%s&window=%s&edition=zarechye&limit=5".formatted(by,
					by.equals("views") ? "7d" : "30d"), "popular-" + by);
		}
		ENGAGEMENT.sample("GET " + API + "/counts", "counts").sample("GET /api/v1/popular", "popular-views");
		COMMENTS.sample("GET " + API + "/comments", "comments");
	}

	Document page(String path, HttpStatus status) {
		EntityExchangeResult<String> answer = get(path);
		assertThat(answer.getStatus()).as(path).isEqualTo(status);
		assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/html;charset=UTF-8");
		return parsed(answer);
	}

	EntityExchangeResult<String> as(String cookie, String path) {
		return this.client.get()
			.uri(path)
			.header(HttpHeaders.COOKIE, cookie)
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

	EntityExchangeResult<String> get(String path) {
		return this.client.get().uri(path).exchange().expectBody(String.class).returnResult();
	}

	WebTestClient.ResponseSpec post(String path, BodyInserters.FormInserter<String> form) {
		return this.client.post().uri(path).header("Sec-Fetch-Site", "same-origin").body(form).exchange();
	}

	static Document parsed(EntityExchangeResult<String> answer) {
		return Jsoup.parse(text(answer.getResponseBody()));
	}

	static String text(@Nullable String text) {
		return assertThat(text).isNotNull().actual();
	}

	@TestConfiguration
	static class Surroundings {

		@Bean
		@Primary
		TurnedClock turnedClock() {
			return new TurnedClock();
		}

		@Bean
		@Primary
		ReactiveJwtDecoder tokens() {
			return (token) -> token.equals("anna") ? Mono.just(anna()) : Mono.error(new BadJwtException("forged"));
		}

		private static Jwt anna() {
			return Jwt.withTokenValue("anna")
				.header("alg", "none")
				.expiresAt(Instant.MAX)
				.claims((claims) -> claims.putAll(Map.of("sub", "019a", "name", "Анна Лебедева")))
				.build();
		}

	}

}
