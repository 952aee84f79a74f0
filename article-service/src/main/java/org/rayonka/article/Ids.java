package org.rayonka.article;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes ids: UUID version 7 of RFC 9562, growing within a process also when the clock
 * stands still or goes back (its method 1, a counter in {@code rand_a}).
 */
@Component
public final class Ids {

	private static final int COUNTER_LIMIT = 1 << 12;

	private final Clock clock;

	private final Random random;

	private long millis;

	private int counter;

	@Autowired
	Ids(Clock clock) {
		this(clock, new SecureRandom());
	}

	Ids(Clock clock, Random random) {
		this.clock = clock;
		this.random = random;
	}

	/**
	 * The next id, above all that this process made before.
	 * @return a UUID version 7
	 */
	public synchronized UUID next() {
		long now = clock.millis();
		if (now > millis) {
			begin(now);
		}
		else if (++counter == COUNTER_LIMIT) {
			begin(millis + 1);
		}
		long high = (millis << 16) | 0x7000L | counter;
		long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
		return new UUID(high, low);
	}

	private void begin(long at) {
		millis = at;
		counter = random.nextInt(COUNTER_LIMIT / 2);
	}

}
