package org.rayonka.engagement.counts;

import java.time.Duration;
import java.util.UUID;

import org.rayonka.problems.Problem;
import org.springframework.http.HttpStatus;

/**
 * What can be wrong with a question for numbers.
 */
abstract sealed class CountsProblem extends Problem {

	private CountsProblem(HttpStatus status, String type, String title, String detail) {
		super(status, type, title, detail);
	}

	static final class TooManyIds extends CountsProblem {

		TooManyIds(int most) {
			super(HttpStatus.BAD_REQUEST, "invalid-parameter", "Invalid parameter",
					"'ids' takes from 1 to %d ids of articles".formatted(most));
		}

	}

	static final class NotCounted extends CountsProblem {

		NotCounted(UUID article) {
			super(HttpStatus.NOT_FOUND, "article-not-found", "No such article",
					"There is no article %s".formatted(article));
		}

	}

	static final class TooManyStreams extends CountsProblem {

		TooManyStreams() {
			super(HttpStatus.SERVICE_UNAVAILABLE, "too-many-streams", "Too many open streams",
					"Ask for the numbers now and then instead");
			retryAfter(Duration.ofSeconds(30));
		}

	}

}
