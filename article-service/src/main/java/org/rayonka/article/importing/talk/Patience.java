package org.rayonka.article.importing.talk;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * How long one import waits for one service: an article may be unknown there for seconds
 * after it was published, a service may be starting anew. A service that stays away is
 * not asked again.
 */
final class Patience {

	/** The article's event is on its way, or the service says that it comes back. */
	private static final Set<Integer> PASSING = Set.of(404, 409, 429, 502, 503, 504);

	/** It does not know the caller, and that will not change. */
	private static final Set<Integer> CLOSED = Set.of(401, 403);

	/** After so many that stayed unknown to the end, nothing is on its way any more. */
	private static final int MOST_WAITS = 3;

	private final String service;

	private final Duration limit;

	private final AtomicInteger waits = new AtomicInteger();

	private volatile @Nullable String away;

	Patience(String service, Duration limit) {
		this.service = service;
		this.limit = limit;
	}

	/**
	 * Calls, and again while it can help.
	 * @param call the call
	 * @return what it gives; fails with what it failed with at last
	 */
	<T> Mono<T> call(Mono<T> call) {
		String known = this.away;
		if (known != null) {
			return Mono.error(new IllegalStateException(known));
		}
		boolean wait = this.waits.get() < MOST_WAITS;
		return (wait ? call.retryWhen(retry()) : call).doOnError(this::note);
	}

	private Retry retry() {
		long pause = this.limit.dividedBy(20).toMillis();
		return Retry.backoff(8, Duration.ofMillis(pause))
			.maxBackoff(Duration.ofMillis(4 * pause))
			.filter(Patience::passing)
			.onRetryExhaustedThrow((spec, signal) -> signal.failure());
	}

	private static boolean passing(Throwable failure) {
		return switch (failure) {
			case WebClientResponseException answer -> PASSING.contains(answer.getStatusCode().value());
			case WebClientRequestException none -> true;
			case TimeoutException late -> true;
			default -> false;
		};
	}

	private void note(Throwable failure) {
		if (failure instanceof WebClientResponseException answer) {
			int status = answer.getStatusCode().value();
			if (CLOSED.contains(status)) {
				this.away = this.service + " does not let this caller in (" + status + ")";
			}
			else if (status >= 500) {
				this.away = this.service + " does not answer (" + status + ")";
			}
			this.waits.incrementAndGet();
		}
		else {
			this.away = this.service + " does not answer";
		}
	}

	/** Why it is not asked any more, null while it is. */
	@Nullable String away() {
		return this.away;
	}

}
