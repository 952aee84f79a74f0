package org.rayonka.web.patience;

import java.time.Duration;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientRequest;

/**
 * Gives a service up that takes a request and does not answer. Boot's own
 * {@code read-timeout} does not reach these clients (spring-boot issue 49279).
 *
 * @param reading how long an answer to a question may pause
 * @param writing the same where something is to be kept
 */
record Deadline(Duration reading, Duration writing) implements ExchangeFilterFunction {

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		Duration limit = request.method().equals(HttpMethod.GET) ? this.reading : this.writing;
		return next.exchange(ClientRequest.from(request)
			.httpRequest((sent) -> sent.<HttpClientRequest>getNativeRequest().responseTimeout(limit))
			.build());
	}

}
