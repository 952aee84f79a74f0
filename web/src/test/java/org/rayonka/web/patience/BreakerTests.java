package org.rayonka.web.patience;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a service that does not answer.
 */
class BreakerTests {

	private Instant now = Instant.EPOCH;

	private final AtomicInteger asked = new AtomicInteger();

	private final Breaker breaker = new Breaker(() -> this.now);

	private Mono<ClientResponse> answer = Mono.error(new IllegalStateException("away"));

	@Test
	void asksOnceInAWhileAfterThreeFailures() {
		for (int i = 0; i < 10; i++) {
			StepVerifier.create(ask()).verifyError();
		}
		assertThat(this.asked).hasValue(3);
		this.now = this.now.plusSeconds(2);
		StepVerifier.create(ask()).verifyError();
		StepVerifier.create(ask()).verifyError();
		assertThat(this.asked).hasValue(4);
	}

	@Test
	void asksAgainWhenTheServiceIsBack() {
		for (int i = 0; i < 5; i++) {
			StepVerifier.create(ask()).verifyError();
		}
		this.answer = Mono.just(ClientResponse.create(HttpStatus.OK).build());
		this.now = this.now.plusSeconds(2);
		for (int i = 0; i < 5; i++) {
			StepVerifier.create(ask()).expectNextCount(1).verifyComplete();
		}
	}

	private Mono<ClientResponse> ask() {
		ClientRequest request = ClientRequest.create(HttpMethod.GET, URI.create("http://localhost/")).build();
		return this.breaker.filter(request, (sent) -> {
			this.asked.incrementAndGet();
			return this.answer;
		});
	}

}
