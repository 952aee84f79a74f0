package org.rayonka.web.patience;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Lets pages wait for a service that does not answer only a few times: then it is asked
 * once in a while, and everybody else is told at once that it is away.
 */
final class Breaker implements ExchangeFilterFunction {

	private static final int FAILURES = 3;

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final InstantSource clock;

	private final AtomicInteger failures = new AtomicInteger();

	private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.MIN);

	Breaker(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.defer(() -> mayAsk() ? ask(request, next) : Mono.error(new ServiceAway(request.url())));
	}

	private Mono<ClientResponse> ask(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request).doOnNext((response) -> this.failures.set(0)).doOnError((failure) -> failed());
	}

	private boolean mayAsk() {
		if (this.failures.get() < FAILURES) {
			return true;
		}
		Instant until = this.pausedUntil.get();
		Instant now = this.clock.instant();
		return now.isAfter(until) && this.pausedUntil.compareAndSet(until, now.plus(PAUSE));
	}

	private void failed() {
		if (this.failures.incrementAndGet() >= FAILURES) {
			this.pausedUntil.set(this.clock.instant().plus(PAUSE));
		}
	}

}
