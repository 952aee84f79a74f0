package org.rayonka.identity.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes the ids of accounts: UUID version 7 of RFC 9562, so that newer ones sort last.
 */
final class AccountIds {

	private static final SecureRandom RANDOM = new SecureRandom();

	private AccountIds() {
	}

	static UUID next(Instant now) {
		long version = 0x7000L | (RANDOM.nextLong() & 0xFFFL);
		long variant = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
		return new UUID((now.toEpochMilli() << 16) | version, variant);
	}

}
