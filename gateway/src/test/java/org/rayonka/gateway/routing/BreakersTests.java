package org.rayonka.gateway.routing;

import java.net.ConnectException;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

class BreakersTests {

	private final CircuitBreaker breaker = new Breakers().circuitBreakers().circuitBreaker("article");

	@Test
	void opensWhenMostCallsFindNobody() {
		for (int i = 0; i < 5; i++) {
			this.breaker.onSuccess(1, TimeUnit.MILLISECONDS);
			this.breaker.onError(1, TimeUnit.MILLISECONDS, new ConnectException());
		}
		assertThat(this.breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
	}

	@Test
	void staysClosedWhenOurCallersFail() {
		for (int i = 0; i < 20; i++) {
			this.breaker.onError(1, TimeUnit.MILLISECONDS, new ResponseStatusException(HttpStatus.BAD_REQUEST));
		}
		assertThat(this.breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
	}

	@Test
	void closesAfterOneGoodAnswer() {
		this.breaker.transitionToOpenState();
		this.breaker.transitionToHalfOpenState();
		assertThat(this.breaker.tryAcquirePermission()).isTrue();
		this.breaker.onSuccess(1, TimeUnit.MILLISECONDS);
		assertThat(this.breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
	}

}
