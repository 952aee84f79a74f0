package org.rayonka.article.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import static java.io.OutputStream.nullOutputStream;

/**
 * What a file is called by: the same bytes have the same name.
 */
final class ContentHash {

	private ContentHash() {
	}

	/**
	 * Reads a file through.
	 * @param file its bytes
	 * @return their SHA-256, hexadecimal
	 * @throws IOException when it cannot be read
	 */
	static String of(Path file) throws IOException {
		try (DigestOutputStream out = new DigestOutputStream(nullOutputStream(),
				MessageDigest.getInstance("SHA-256"))) {
			Files.copy(file, out);
			return HexFormat.of().formatHex(out.getMessageDigest().digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
