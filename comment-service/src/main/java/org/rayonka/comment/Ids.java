package org.rayonka.comment;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes ids that sort by time: UUIDv7 of RFC 9562.
 */
public final class Ids {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final long VERSION = 0x7000L;

	private static final long VARIANT = 0x8000_0000_0000_0000L;

	private Ids() {
	}

	/**
	 * Makes an id.
	 * @param at the time that it carries, in milliseconds
	 * @return a new id
	 */
	public static UUID at(Instant at) {
		long high = (at.toEpochMilli() << 16) | VERSION | (RANDOM.nextLong() & 0x0FFFL);
		long low = VARIANT | (RANDOM.nextLong() >>> 2);
		return new UUID(high, low);
	}

}
