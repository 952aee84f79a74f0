package org.rayonka.engagement.beacon;

import java.time.Duration;

import org.rayonka.problems.Problem;
import org.springframework.http.HttpStatus;

/**
 * A view that the log has not acknowledged: the page's script tries again.
 */
final class NotKept extends Problem {

	private static final Duration WAIT = Duration.ofSeconds(5);

	NotKept() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "view-not-kept", "The view was not kept", "Send it again later");
		retryAfter(WAIT);
	}

}
