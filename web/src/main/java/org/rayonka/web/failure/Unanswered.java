package org.rayonka.web.failure;

import java.util.concurrent.TimeoutException;

import io.netty.handler.timeout.ReadTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;

/**
 * Tells a service that is away from a fault of our own.
 */
public final class Unanswered {

	private static final Logger log = LoggerFactory.getLogger(Unanswered.class);

	private Unanswered() {
	}

	/**
	 * Turns the silence of a service into a page that says so.
	 * @param source asks a service
	 * @param <T> type of the answer
	 * @return fails with {@link PageProblem.Away} when the service does
	 */
	public static <T> Mono<T> orAway(Mono<T> source) {
		return source.onErrorMap(Unanswered::is, Unanswered::away);
	}

	private static PageProblem away(Throwable failure) {
		log.atWarn()
			.addKeyValue("cause", NestedExceptionUtils.getMostSpecificCause(failure).toString())
			.log("a page cannot be shown");
		return new PageProblem.Away();
	}

	/**
	 * Whether a failure means that a service is away.
	 * @param failure of a call
	 * @return false for faults of our own
	 */
	public static boolean is(Throwable failure) {
		return failure instanceof WebClientException || failure instanceof TimeoutException
				|| failure instanceof ReadTimeoutException;
	}

}
