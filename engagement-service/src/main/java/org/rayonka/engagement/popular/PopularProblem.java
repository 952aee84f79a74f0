package org.rayonka.engagement.popular;

import org.rayonka.problems.Problem;
import org.springframework.http.HttpStatus;

/**
 * A list that does not exist was asked for.
 */
final class PopularProblem extends Problem {

	PopularProblem(String detail) {
		super(HttpStatus.BAD_REQUEST, "invalid-parameter", "Invalid parameter", detail);
	}

}
