package org.rayonka.problems;

import java.time.Duration;

import org.springframework.http.HttpStatus;

/**
 * What the request needs cannot be reached now: nothing was kept, and the caller may try
 * again.
 */
public final class Unavailable extends Problem {

	private static final Duration WAIT = Duration.ofSeconds(2);

	/**
	 * Describes what is away.
	 * @param detail what cannot be done now
	 */
	public Unavailable(String detail) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Temporarily unavailable", detail);
		retryAfter(WAIT);
	}

}
