package org.rayonka.gateway.beacon;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;
import org.rayonka.gateway.routing.Services;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries beacons to engagement-service, all that come within five milliseconds in one
 * request, and brings each the answer that is its own.
 */
@Component
class BeaconRelay {

	private static final Duration GATHERING = Duration.ofMillis(5);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/** With the longest headers they stay below what the service reads at once. */
	private static final int MOST = 32;

	private record Waiting(Beacon beacon, Sinks.One<HttpStatus> answer) {
	}

	private final URI views;

	private final HttpClient client;

	private final JsonMapper json;

	private final CircuitBreaker breaker;

	private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean gathering = new AtomicBoolean();

	BeaconRelay(Services services, HttpClient ordinaryClient, JsonMapper json, CircuitBreakerRegistry breakers) {
		this.views = services.engagement().resolve("/api/v1/views");
		this.client = ordinaryClient.responseTimeout(PATIENCE)
			.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE));
		this.json = json;
		this.breaker = breakers.circuitBreaker("engagement");
	}

	/**
	 * Carries a beacon.
	 * @param beacon what is told
	 * @return what the service says of it; an error when the service says nothing
	 */
	Mono<HttpStatus> carry(Beacon beacon) {
		return Mono.defer(() -> {
			Sinks.One<HttpStatus> answer = Sinks.one();
			this.waiting.add(new Waiting(beacon, answer));
			if (this.gathering.compareAndSet(false, true)) {
				Schedulers.parallel().schedule(this::depart, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
			}
			return answer.asMono();
		});
	}

	private void depart() {
		this.gathering.set(false);
		for (List<Waiting> bundle = next(); !bundle.isEmpty(); bundle = next()) {
			send(bundle);
		}
	}

	private List<Waiting> next() {
		List<Waiting> bundle = new ArrayList<>();
		@Nullable Waiting one;
		while (bundle.size() < MOST && (one = this.waiting.poll()) != null) {
			bundle.add(one);
		}
		return bundle;
	}

	private void send(List<Waiting> bundle) {
		ask(bundle.stream().map(Waiting::beacon).toList()).transformDeferred(CircuitBreakerOperator.of(this.breaker))
			.subscribe((statuses) -> tell(bundle, statuses),
					(failure) -> bundle.forEach((one) -> one.answer().tryEmitError(failure)));
	}

	private static void tell(List<Waiting> bundle, List<HttpStatus> statuses) {
		for (int i = 0; i < bundle.size(); i++) {
			bundle.get(i).answer().tryEmitValue(statuses.get(i));
		}
	}

	private Mono<List<HttpStatus>> ask(List<Beacon> beacons) {
		return this.client.post()
			.uri(this.views)
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(this.json.writeValueAsBytes(beacons))))
			.responseSingle((response, body) -> body.asByteArray()
				.defaultIfEmpty(new byte[0])
				.map((answer) -> statuses(response, answer, beacons.size())))
			.onErrorMap(RuntimeException.class, IOException::new);
	}

	/** A refused bundle is a refusal of each. */
	private List<HttpStatus> statuses(HttpClientResponse response, byte[] answer, int size) {
		HttpStatus status = HttpStatus.valueOf(response.status().code());
		if (status != HttpStatus.OK) {
			return Collections.nCopies(size, status);
		}
		int[] statuses = this.json.readValue(answer, int[].class);
		if (statuses.length != size) {
			throw new IllegalStateException("%d beacons were answered as %d".formatted(size, statuses.length));
		}
		return Arrays.stream(statuses).mapToObj(HttpStatus::valueOf).toList();
	}

}
