package org.rayonka.article;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The service starts while PostgreSQL and Kafka are away, lives, and says that it cannot
 * serve now.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.flyway.enabled=false", "spring.r2dbc.url=r2dbc:postgresql://localhost:1/article",
				"spring.kafka.bootstrap-servers=localhost:1", "rayonka.media.folder=target/media" })
@AutoConfigureWebTestClient(timeout = "20s")
@DirtiesContext
class NothingRunningIT {

	@Autowired
	WebTestClient client;

	@Test
	void asksCallersToComeBack() {
		this.client.get()
			.uri("/api/v1/articles")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
			.expectHeader()
			.exists("Retry-After")
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void livesButIsNotReady() {
		this.client.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
		this.client.get()
			.uri("/actuator/health/readiness")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

}
