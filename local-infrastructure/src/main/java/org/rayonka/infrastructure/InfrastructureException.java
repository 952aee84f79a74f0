package org.rayonka.infrastructure;

/**
 * A server cannot be had; the message says in one line what is wrong and what to do.
 */
public class InfrastructureException extends RuntimeException {

	/**
	 * Something the user can act on.
	 * @param message what is wrong and what to do
	 */
	public InfrastructureException(String message) {
		super(message);
	}

	/**
	 * Something the user can act on, with the failure behind it.
	 * @param message what is wrong and what to do
	 * @param cause the failure behind it
	 */
	public InfrastructureException(String message, Throwable cause) {
		super(message, cause);
	}

}
