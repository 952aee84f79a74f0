package org.rayonka.engagement.beacon;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives a visitor a pseudonym that holds for a day: HMAC-SHA-256 of address, user agent
 * and edition under the day's salt. Without the salt, which is deleted, it says nothing.
 */
@Component
class Visitors {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int BYTES = 12;

	private final Salts salts;

	Visitors(Salts salts) {
		this.salts = salts;
	}

	Mono<String> hash(Sender sender, String edition) {
		return this.salts.today().map((salt) -> hash(salt, sender, edition));
	}

	private static String hash(byte[] salt, Sender sender, String edition) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(salt, ALGORITHM));
			String text = sender.address() + '\n' + sender.userAgent() + '\n' + edition;
			byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
