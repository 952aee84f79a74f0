package org.rayonka.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Weak entity tags: two answers with the same tag mean the same (RFC 9110, 8.8.3).
 */
public final class WeakTag {

	private static final int BYTES = 12;

	private WeakTag() {
	}

	/**
	 * The tag of an answer that is made of these parts and nothing else that matters.
	 * @param parts whose text says what they are, as that of records does
	 * @return the header's value
	 */
	public static String of(Object... parts) {
		byte[] hash = sha256().digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8));
		return "W/\"" + HexFormat.of().formatHex(hash, 0, BYTES) + "\"";
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
