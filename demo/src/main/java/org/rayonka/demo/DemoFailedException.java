package org.rayonka.demo;

/**
 * The demo content could not be brought in; the message says at which step. What had
 * arrived stays, and loading again goes on from there.
 */
public final class DemoFailedException extends RuntimeException {

	DemoFailedException(String message) {
		super(message);
	}

	DemoFailedException(String message, Throwable cause) {
		super(message, cause);
	}

}
