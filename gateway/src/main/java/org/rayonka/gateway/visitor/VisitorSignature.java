package org.rayonka.gateway.visitor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Makes and checks the values of visitors' cookies: an id and its HMAC-SHA256.
 */
@Component
class VisitorSignature {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int ID_BYTES = 16;

	private static final int ID_LENGTH = 22;

	private static final int VALUE_LENGTH = ID_LENGTH + 1 + 43;

	private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec key;

	VisitorSignature(VisitorProperties properties) {
		this.key = new SecretKeySpec(properties.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	String newId() {
		byte[] bytes = new byte[ID_BYTES];
		this.random.nextBytes(bytes);
		return TEXT.encodeToString(bytes);
	}

	/** Always the same id for the same mark, and nothing that tells of the mark. */
	String idOf(String mark) {
		return TEXT.encodeToString(Arrays.copyOf(digest("stranger " + mark), ID_BYTES));
	}

	String sign(String id) {
		return id + "." + TEXT.encodeToString(digest(id));
	}

	/** The id in a cookie's value, or empty when we have not signed it. */
	Optional<String> verify(String value) {
		if (value.length() != VALUE_LENGTH || value.charAt(ID_LENGTH) != '.') {
			return Optional.empty();
		}
		String id = value.substring(0, ID_LENGTH);
		boolean ours = MessageDigest.isEqual(sign(id).getBytes(StandardCharsets.UTF_8),
				value.getBytes(StandardCharsets.UTF_8));
		return ours ? Optional.of(id) : Optional.empty();
	}

	private byte[] digest(String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

}
