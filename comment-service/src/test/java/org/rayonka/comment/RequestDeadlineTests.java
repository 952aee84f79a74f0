package org.rayonka.comment;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/**
 * No request waits for ever.
 */
class RequestDeadlineTests {

	private final RequestDeadline filter = new RequestDeadline(
			new CommentProperties("Гость", Duration.ofSeconds(5), Duration.ofSeconds(60)));

	@ParameterizedTest
	@CsvSource({ "/api/v1/articles/1/comments, 5", "/api/v1/moderation/queue, 5", "/api/v1/moderation/imports, 60" })
	void endsWhatTakesTooLong(String path, int seconds) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
		StepVerifier.withVirtualTime(() -> this.filter.filter(exchange, (silent) -> Mono.never()))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(seconds))
			.verifyError(TimeoutException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/articles/1/comments/stream", "/api/v1/comments/mine/export",
			"/api/v1/moderation/authors/1/export" })
	void letsAStreamGoOn(String path) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
		StepVerifier.withVirtualTime(() -> this.filter.filter(exchange, (silent) -> Mono.never()))
			.expectSubscription()
			.expectNoEvent(Duration.ofHours(1))
			.thenCancel()
			.verify();
	}

}
