package org.rayonka.engagement.opening;

import java.time.Duration;

import org.rayonka.problems.Problem;
import org.springframework.http.HttpStatus;

/**
 * Why an opening balance is not taken.
 */
abstract sealed class OpeningProblem extends Problem {

	private OpeningProblem(HttpStatus status, String type, String title, String detail) {
		super(status, type, title, detail);
	}

	static final class NotKept extends OpeningProblem {

		private static final Duration WAIT = Duration.ofSeconds(5);

		NotKept() {
			super(HttpStatus.SERVICE_UNAVAILABLE, "opening-not-kept", "The opening balance was not kept",
					"Send it again later");
			retryAfter(WAIT);
		}

	}

}
