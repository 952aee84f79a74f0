package org.rayonka.problems;

import java.net.URI;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

import jakarta.validation.constraints.Max;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every kind of wrong request to a small application.
 */
@SpringBootTest
@AutoConfigureWebTestClient
@Import(ProblemsTests.Things.class)
class ProblemsTests {

	@Autowired
	private WebTestClient client;

	@ParameterizedTest
	@CsvSource({ "/api/things/x, 400, invalid-parameter", "/api/things?limt=3, 400, unknown-parameter",
			"/api/things?limit=many, 400, invalid-parameter", "/api/things?limit=101, 400, invalid-value",
			"/nowhere, 404, not-found", "/api/fail/away, 503, unavailable", "/api/fail/bug, 500, internal-error",
			"/api/fail/own, 409, thing-closed" })
	void answersInTheSameForm(String path, int status, String type) {
		this.client.get()
			.uri(URI.create(path))
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:" + type)
			.jsonPath("$.status")
			.isEqualTo(status)
			.jsonPath("$.title")
			.isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"name\":\"a\",\"mood\":1} | unknown-field | There is no field 'mood' here",
					"{\"name\":{}} | invalid-body | The field 'name' has a value that cannot be read",
					"{\"name\" | invalid-body | This is no JSON: line 1, column 8", "'' | invalid-body | '*'" })
	void saysWhatIsWrongWithABody(String body, String type, String detail) {
		this.client.post()
			.uri("/api/things")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:" + type)
			.jsonPath("$.detail")
			.value(String.class, (said) -> {
				assertThat(said).doesNotContain("java").doesNotContain("rayonka");
				if (!detail.equals("*")) {
					assertThat(said).isEqualTo(detail);
				}
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/things/%00", "/api/things?limit=%00" })
	void letsNoNulIn(String path) {
		this.client.get()
			.uri(URI.create(path))
			.exchange()
			.expectStatus()
			.is4xxClientError()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("No text has the character U+0000");
	}

	@Test
	void refusesOtherMethodsAndTypes() {
		this.client.delete().uri("/api/things").exchange().expectStatus().isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
		this.client.post()
			.uri("/api/things")
			.contentType(MediaType.TEXT_PLAIN)
			.bodyValue("x")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void says503WithATimeToTryAgain() {
		this.client.get().uri("/api/fail/away").exchange().expectHeader().valueEquals("Retry-After", "2");
	}

	@Test
	void keepsTheInsideToItself() {
		this.client.get()
			.uri("/api/fail/bug")
			.exchange()
			.expectBody(String.class)
			.value((body) -> assertThat(body).doesNotContain("secret").doesNotContain("Exception"));
	}

	@Test
	void sparesPages() {
		this.client.get().uri("/page?utm_source=somewhere").exchange().expectStatus().isOk();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

	record Thing(String name) {
	}

	static final class Closed extends Problem {

		Closed() {
			super(HttpStatus.CONFLICT, "thing-closed", "Closed", null);
		}

	}

	@RestController
	static class Things {

		@GetMapping("/api/things/{id}")
		String one(@PathVariable UUID id) {
			return id.toString();
		}

		@GetMapping("/api/things")
		String all(@RequestParam(defaultValue = "20") @Max(100) int limit) {
			return Integer.toString(limit);
		}

		@PostMapping(path = "/api/things", consumes = MediaType.APPLICATION_JSON_VALUE)
		String add(@RequestBody Thing thing) {
			return thing.name();
		}

		@GetMapping("/api/fail/{how}")
		Mono<String> fail(@PathVariable String how) {
			return Mono.error(switch (how) {
				case "away" -> new IllegalStateException(new TimeoutException());
				case "own" -> new Closed();
				default -> new IllegalStateException("secret");
			});
		}

		@GetMapping("/page")
		String page() {
			return "page";
		}

	}

}
