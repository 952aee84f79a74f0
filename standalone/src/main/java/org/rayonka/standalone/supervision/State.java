package org.rayonka.standalone.supervision;

import java.util.Locale;

/**
 * How a process is.
 */
public enum State {

	/** Not wanted. */
	DOWN,

	/** Waiting for what it needs, or on its way. */
	STARTING,

	/** Serving. */
	UP,

	/** Ended by itself and on its way again. */
	RESTARTING,

	/** Did not start, and nobody tries again. */
	FAILED;

	/**
	 * As the outside reads it.
	 * @return the name in lower case
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
