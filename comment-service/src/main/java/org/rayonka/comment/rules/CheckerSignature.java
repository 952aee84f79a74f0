package org.rayonka.comment.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Lets the external checker know that it is this service that asks, and when, without
 * telling it who the authors are.
 */
@Component
class CheckerSignature {

	private static final String ALGORITHM = "HmacSHA256";

	private final byte[] key;

	CheckerSignature(CheckerProperties properties) {
		this.key = properties.secret().getBytes(StandardCharsets.UTF_8);
	}

	/** The header's value: {@code t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">}. */
	String of(byte[] body, Instant now) {
		long seconds = now.getEpochSecond();
		return "t=%d,v1=%s".formatted(seconds, hmac((seconds + ".").getBytes(StandardCharsets.US_ASCII), body));
	}

	/** The same for all comments of an author, and no way back. */
	String pseudonym(String author) {
		return hmac("author ".getBytes(StandardCharsets.US_ASCII), author.getBytes(StandardCharsets.UTF_8));
	}

	private String hmac(byte[] first, byte[] second) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.key, ALGORITHM));
			mac.update(first);
			return HexFormat.of().formatHex(mac.doFinal(second));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

}
