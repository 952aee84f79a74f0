package org.rayonka.identity.account;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * Somebody tries passwords too fast, for an account or from an address.
 */
public class TooManyAttemptsException extends AuthenticationException {

	private final transient Duration wait;

	TooManyAttemptsException(Duration wait) {
		super("Too many attempts");
		this.wait = wait;
	}

	/**
	 * When to try again.
	 * @return the wait in whole seconds, at least one
	 */
	public long seconds() {
		return this.wait.plusMillis(999).toSeconds();
	}

}
