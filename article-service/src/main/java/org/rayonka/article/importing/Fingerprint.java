package org.rayonka.article.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.rayonka.article.importing.source.SourcePost;

/**
 * Tells whether an old site has changed a post between two exports.
 */
final class Fingerprint {

	private Fingerprint() {
	}

	/** Of everything but what readers said and did. */
	static String of(SourcePost post) {
		List<Object> said = List.of(post.form(), post.published(), post.title(), post.body(), post.excerpt(),
				post.slug(), post.date(), post.labels(), post.lead(), post.talk().open());
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(said.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
