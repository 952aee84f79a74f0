package org.rayonka.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls a small protected application with and without tokens.
 */
@SpringBootTest
@AutoConfigureWebTestClient
@Import(AccessTokensTests.Rooms.class)
class AccessTokensTests {

	@Autowired
	private WebTestClient client;

	@Test
	void letsStrangersIntoOpenRooms() {
		this.client.get()
			.uri("/open")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Caller.class)
			.isEqualTo(Caller.stranger());
	}

	@ParameterizedTest
	@CsvSource({ "'', 401, unauthenticated", "forged, 401, unauthenticated", "no-keys, 503, unavailable" })
	void keepsOutWhoHasNoGoodToken(String token, int status, String type) {
		this.client.get().uri("/closed").headers((headers) -> {
			if (!token.isEmpty()) {
				headers.setBearerAuth(token);
			}
		})
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:" + type);
	}

	@Test
	void refusesAForgedTokenEvenWhereNoneIsNeeded() {
		this.client.get()
			.uri("/open")
			.headers((headers) -> headers.setBearerAuth("forged"))
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@Test
	void knowsAPerson() {
		Caller caller = call("person");
		assertThat(caller.name()).isEqualTo("Анна Лебедева");
		assertThat(caller.anonymous()).isFalse();
		assertThat(caller.mayEdit("zarechye")).isTrue();
		assertThat(caller.mayPublish("zarechye")).isTrue();
		assertThat(caller.mayModerate("zarechye")).isTrue();
		assertThat(caller.mayEdit("kedrovo")).isFalse();
		assertThat(caller.mayManageEditions()).isFalse();
	}

	@Test
	void knowsAnApiClient() {
		Caller caller = call("client");
		assertThat(caller.scopes()).containsExactlyInAnyOrder("newsroom", "aggregator");
		assertThat(caller.mayEdit("kedrovo")).isTrue();
		assertThat(caller.mayModerate("kedrovo")).isFalse();
		assertThat(caller.mayManageEditions()).isTrue();
	}

	private Caller call(String token) {
		return assertThat(this.client.get()
			.uri("/closed")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Caller.class)
			.returnResult()
			.getResponseBody()).isNotNull().actual();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Bean
		SecurityWebFilterChain rules(AccessRules access, ServerHttpSecurity http) {
			return access.protect(http,
					(paths) -> paths.pathMatchers("/open").permitAll().anyExchange().authenticated());
		}

		@Bean
		ReactiveJwtDecoder tokens() {
			return (token) -> switch (token) {
				case "person" -> Mono.just(jwt(Map.of("sub", "019a", "name", "Анна Лебедева", "roles",
						List.of("editor"), "editions", List.of("zarechye"))));
				case "client" -> Mono.just(jwt(
						Map.of("sub", "demo", "scope", List.of("newsroom", "aggregator"), "editions", List.of("*"))));
				case "no-keys" -> Mono.error(new JwtException("no keys"));
				default -> Mono.error(new BadJwtException("forged"));
			};
		}

		private static Jwt jwt(Map<String, Object> claims) {
			return Jwt.withTokenValue("token")
				.header("alg", "none")
				.expiresAt(Instant.MAX)
				.claims((all) -> all.putAll(claims))
				.build();
		}

	}

	@RestController
	static class Rooms {

		@GetMapping({ "/open", "/closed" })
		Caller caller(Caller caller) {
			return caller;
		}

	}

}
