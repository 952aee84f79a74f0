package org.rayonka.engagement.recount;

/**
 * A recount cannot go on. The message says why, to an operator.
 */
final class RecountException extends RuntimeException {

	RecountException(String message) {
		super(message);
	}

}
