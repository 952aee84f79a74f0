package org.rayonka.problems;

import java.util.Collection;

import org.springframework.http.HttpStatus;

/**
 * A query parameter that the endpoint does not have: most often a misspelt one, which
 * would otherwise be passed over and give the wrong answer.
 */
final class UnknownParameter extends Problem {

	UnknownParameter(String name, Collection<String> known) {
		super(HttpStatus.BAD_REQUEST, "unknown-parameter", "Unknown parameter",
				"There is no parameter '%s' here".formatted(name));
		member("known", known);
	}

}
