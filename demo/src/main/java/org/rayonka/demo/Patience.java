package org.rayonka.demo;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * How long a request is worth repeating.
 */
final class Patience {

	private static final Duration WHOLE = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofMillis(150);

	private final String name;

	private final long deadline = System.nanoTime() + WHOLE.toNanos();

	Patience(HttpRequest request) {
		this(name(request));
	}

	Patience(String name) {
		this.name = name;
	}

	static String name(HttpRequest request) {
		return request.method() + " " + request.uri();
	}

	boolean ended() {
		return System.nanoTime() > deadline;
	}

	void endsWith(IOException failure) {
		if (ended()) {
			throw new DemoFailedException(name + " had no answer: " + failure, failure);
		}
	}

	void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	DemoFailedException interrupted(InterruptedException cause) {
		Thread.currentThread().interrupt();
		return new DemoFailedException(name + " was interrupted", cause);
	}

}
