package org.rayonka.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;

/**
 * The invented readers of an edition: some come daily, most now and then. As with real
 * ones, the same text means the same visitor within a day only.
 */
record DemoVisitors(String edition, ZoneId zone) {

	/** In front of each, so that a view of the demo can be told from others. */
	static final String PREFIX = "demo-";

	private static final int READERS = 900;

	private static final int CRAWLERS = 9;

	private static final int BYTES = 9;

	String reader(SplittableRandom random, Instant time) {
		double luck = random.nextDouble();
		return name("reader", (int) (READERS * luck * luck), time.atZone(zone).toLocalDate());
	}

	String crawler(SplittableRandom random) {
		return name("crawler", random.nextInt(CRAWLERS), LocalDate.EPOCH);
	}

	static boolean isDemo(String visitor) {
		return visitor.startsWith(PREFIX);
	}

	private String name(String kind, int number, LocalDate day) {
		byte[] hash = sha256()
			.digest("%s %s %d %s".formatted(edition, kind, number, day).getBytes(StandardCharsets.UTF_8));
		return PREFIX + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
