package org.rayonka.standalone.supervision;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait before a start: at once after a single crash, longer when one follows
 * another, short again after a quiet time.
 */
final class Backoff {

	private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(2),
			Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30));

	private static final Duration QUIET = Duration.ofMinutes(1);

	private int crashes;

	/**
	 * The pause after a crash.
	 * @param lived how long the process had lived
	 */
	Duration afterCrash(Duration lived) {
		if (lived.compareTo(QUIET) > 0) {
			this.crashes = 0;
		}
		Duration pause = PAUSES.get(Math.min(this.crashes, PAUSES.size() - 1));
		this.crashes++;
		return pause;
	}

}
