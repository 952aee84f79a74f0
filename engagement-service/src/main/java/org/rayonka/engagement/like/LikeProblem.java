package org.rayonka.engagement.like;

import org.rayonka.problems.Problem;
import org.springframework.http.HttpStatus;

/**
 * Why a like cannot be taken.
 */
abstract sealed class LikeProblem extends Problem {

	private LikeProblem(String type, String title, String detail) {
		super(HttpStatus.BAD_REQUEST, type, title, detail);
	}

	static final class VisitorRequired extends LikeProblem {

		VisitorRequired() {
			super("visitor-required", "A visitor is required",
					"Send the visitor cookie that the first answer has set, or a token");
		}

	}

}
