package org.rayonka.comment.rules;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an external checker is asked.
 *
 * @param url where comments are sent, empty for nowhere
 * @param secret at least 32 characters, with which they are signed
 * @param deadline without an answer by then it is away
 */
@ConfigurationProperties("rayonka.comments.checker")
record CheckerProperties(@DefaultValue("") String url, @DefaultValue("") String secret,
		@DefaultValue("1s") Duration deadline) {

	private static final int SHORTEST_SECRET = 32;

	CheckerProperties {
		if (!url.isEmpty() && secret.length() < SHORTEST_SECRET) {
			throw new IllegalArgumentException("rayonka.comments.checker.secret needs at least 32 characters");
		}
	}

	/** Whether there is a checker. */
	boolean present() {
		return !this.url.isEmpty();
	}

	@Override
	public String toString() {
		return "CheckerProperties[url=%s, deadline=%s]".formatted(this.url, this.deadline);
	}

}
