package org.rayonka.events;

/**
 * A record that is not an event at all: no JSON object, no type, or a field that cannot
 * be read.
 */
public final class UnreadableEventException extends RuntimeException {

	UnreadableEventException(String message, Throwable cause) {
		super(message, cause);
	}

}
