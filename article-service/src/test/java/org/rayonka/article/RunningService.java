package org.rayonka.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The whole service on real servers, the same for all tests, and what they have in
 * common: a newsroom that calls it over HTTP.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "rayonka.media.folder=target/media", "rayonka.media.max-size=1MB",
				"rayonka.changes.heartbeat=300ms", "rayonka.public-url=https://paper.example" })
@UseLocalInfrastructure(servers = { ServerKind.POSTGRESQL, ServerKind.KAFKA }, database = "article")
@Import(RunningService.Tokens.class)
abstract class RunningService {

	static final String CLIENT = "client.all";

	@LocalServerPort
	int port;

	@Autowired
	DatabaseClient database;

	/**
	 * An article as a test knows it.
	 *
	 * @param id its id
	 * @param tag its entity tag
	 * @param json the answer
	 */
	record Known(String id, String tag, JsonNode json) {

		String url() {
			return this.json.path("url").asString();
		}

		String path() {
			return url().substring("https://paper.example".length());
		}

	}

	WebTestClient http() {
		return http(this.port);
	}

	static WebTestClient http(int port) {
		return WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + port)
			.responseTimeout(Duration.ofSeconds(30))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
			.filter((request, next) -> next.exchange(request).flatMap(RunningService::readWhole))
			.build();
	}

	/** What a test that looks at the status alone would leave in Netty's buffers. */
	private static Mono<ClientResponse> readWhole(ClientResponse answer) {
		if (answer.headers().contentType().filter(MediaType.TEXT_EVENT_STREAM::isCompatibleWith).isPresent()) {
			return Mono.just(answer);
		}
		return answer.bodyToMono(byte[].class)
			.defaultIfEmpty(new byte[0])
			.map((body) -> answer.mutate().body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body))).build());
	}

	WebTestClient.RequestBodySpec call(HttpMethod method, String uri, @Nullable String token) {
		return http().method(method).uri(uri).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		});
	}

	JsonNode get(String uri) {
		return body(call(HttpMethod.GET, uri, null).exchange().expectStatus().isOk());
	}

	static JsonNode body(WebTestClient.ResponseSpec answer) {
		return Objects.requireNonNull(answer.expectBody(JsonNode.class).returnResult().getResponseBody());
	}

	/**
	 * A new edition, so that tests do not meet.
	 */
	String edition() {
		String slug = "e" + UUID.randomUUID().toString().substring(0, 13);
		call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + slug, CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(imprint())
			.exchange()
			.expectStatus()
			.isCreated();
		return slug;
	}

	static Map<String, Object> imprint() {
		return Map.of("name", "Заречные вести", "region", "Зареченский район", "founder", "Администрация района",
				"editorInChief", "Анна Лебедева", "address", "с. Заречное, ул. Мира, 1", "phone", "+7 000 000-00-00",
				"email", "editor@paper.example", "registration", "ПИ № ТУ00-00000", "timeZone", "Asia/Novosibirsk",
				"rubrics",
				List.of(Map.of("slug", "society", "name", "Общество"), Map.of("slug", "sport", "name", "Спорт")));
	}

	static Map<String, Object> text(String edition, String headline) {
		return Map.of("edition", edition, "rubric", "society", "headline", headline, "standfirst", "Коротко о главном",
				"body", "<p>Мост через реку открыли.</p>", "byline", "Пётр Иванов", "ageMark", "6+", "tags",
				List.of("мосты", "дороги"));
	}

	Known draft(String edition, String headline) {
		return draft(text(edition, headline));
	}

	Known draft(Map<String, Object> text) {
		return known(call(HttpMethod.POST, "/api/v1/newsroom/articles", CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(text)
			.exchange()
			.expectStatus()
			.isCreated());
	}

	Known published(String edition, String headline) {
		return step(draft(edition, headline), "publish", null);
	}

	Known step(Known article, String step, @Nullable Object form) {
		return known(trySteps(article, step, form).expectStatus().isOk());
	}

	WebTestClient.ResponseSpec trySteps(Known article, String step, @Nullable Object form) {
		WebTestClient.RequestBodySpec request = call(HttpMethod.POST,
				"/api/v1/newsroom/articles/" + article.id() + "/" + step, CLIENT)
			.header("If-Match", article.tag());
		return ((form != null) ? request.contentType(MediaType.APPLICATION_JSON).bodyValue(form) : request).exchange();
	}

	/** Fills the pool and cuts its connections, as a restart of PostgreSQL does. */
	void cutConnections() {
		Flux.range(0, 8)
			.flatMap((number) -> this.database.sql("select pg_sleep(0.2)").then(), 8)
			.then(this.database
				.sql("select pg_terminate_backend(pid) from pg_stat_activity"
						+ " where datname = current_database() and pid <> pg_backend_pid()")
				.then())
			.block(Duration.ofSeconds(30));
	}

	static Known known(WebTestClient.ResponseSpec answer) {
		var result = answer.expectBody(JsonNode.class).returnResult();
		JsonNode json = Objects.requireNonNull(result.getResponseBody());
		return new Known(json.path("id").asString(), Objects.requireNonNull(result.getResponseHeaders().getETag()),
				json);
	}

	/**
	 * Takes {@code role.edition} for a token.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Tokens {

		@Bean
		ReactiveJwtDecoder tokens() {
			return (token) -> {
				String[] parts = token.split("\\.", -1);
				boolean client = parts[0].equals("client");
				return Mono.just(Jwt.withTokenValue(token)
					.header("alg", "none")
					.subject(parts[0])
					.expiresAt(Instant.MAX)
					.claim("name", "Анна Лебедева")
					.claim(client ? "scope" : "roles", List.of(client ? "newsroom" : parts[0]))
					.claim("editions", List.of(parts[1].replace("all", "*")))
					.build());
			};
		}

	}

}
