package org.rayonka.gateway.limits;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.gateway.GatewayTest;
import org.rayonka.gateway.Outside;
import org.rayonka.gateway.StandIns;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class LimitsIT {

	@LocalServerPort
	private int port;

	private WebTestClient outside = WebTestClient.bindToServer().build();

	@BeforeEach
	void comeFromOutside() {
		this.outside = Outside.at(this.port);
	}

	@Test
	void tellsWhatIsLeft() {
		HttpHeaders headers = this.outside.get()
			.uri("/api/v1/articles")
			.exchange()
			.returnResult(Void.class)
			.getResponseHeaders();
		assertThat(headers.get("RateLimit-Policy")).containsExactly("\"address-reads\";q=6000;w=60");
		assertThat(headers.get("RateLimit")).containsExactly("\"address-reads\";r=5999;t=1");
	}

	@Test
	void tellsAProgramOfItsOwnQuotaToo() {
		String token = StandIns.ISSUER.accessToken("aggregator", Map.of("scope", "aggregator"), Duration.ofMinutes(5));
		HttpHeaders headers = this.outside.get()
			.uri("/api/v1/articles")
			.header("Authorization", "Bearer " + token)
			.exchange()
			.returnResult(Void.class)
			.getResponseHeaders();
		assertThat(headers.get("RateLimit-Policy")).contains("\"program-reads\";q=6000;w=60");
	}

	@Test
	void refusesWhoeverTriesTooOftenToSignIn() {
		EntityExchangeResult<String> refused = Stream.generate(this::tryToGetAToken)
			.limit(90)
			.filter((answer) -> answer.getStatus().value() != 200)
			.findFirst()
			.orElseThrow();
		assertThat(refused.getStatus().value()).isEqualTo(429);
		assertThat(refused.getResponseHeaders().getFirst("Retry-After")).isEqualTo("1");
		assertThat(refused.getResponseHeaders().getFirst("RateLimit")).matches("\"address-sign-in\";r=0;t=\\d+");
		assertThat(refused.getResponseBody()).contains("urn:rayonka:problem:too-many-requests", "address-sign-in");
		this.outside.get().uri("/api/v1/articles").exchange().expectStatus().isOk();
		Outside.at(this.port).post().uri("/oauth2/token").exchange().expectStatus().isOk();
	}

	private EntityExchangeResult<String> tryToGetAToken() {
		return this.outside.post().uri("/oauth2/token").exchange().expectBody(String.class).returnResult();
	}

}
