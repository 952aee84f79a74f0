package org.rayonka.web.asset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Short names for bytes, the same for the same bytes.
 */
public final class Digest {

	private static final int BYTES = 12;

	private Digest() {
	}

	/**
	 * Names bytes.
	 * @param bytes any
	 * @return 16 characters that are safe in addresses and headers
	 */
	public static String of(byte[] bytes) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
