package org.rayonka.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A random secret that is made when it is first asked for and that its owner alone can
 * read.
 */
public final class SecretFile {

	private final Path file;

	/**
	 * A secret at a place.
	 * @param file the file; it need not exist
	 */
	public SecretFile(Path file) {
		this.file = file;
	}

	/**
	 * Where the secret lies.
	 * @return the file
	 */
	public Path file() {
		return this.file;
	}

	/**
	 * Makes a secret of 192 random bits.
	 * @return the secret in hexadecimal digits
	 */
	public static String random() {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/**
	 * The secret, the same at each call and after a restart.
	 * @return the secret
	 */
	public synchronized String value() {
		try {
			if (Files.notExists(this.file)) {
				write(random());
			}
			return Files.readString(this.file).strip();
		}
		catch (IOException ex) {
			throw new InfrastructureException("The secret " + this.file + " cannot be kept: " + ex, ex);
		}
	}

	/**
	 * Replaces the secret, whole or not at all.
	 * @param content what to keep instead
	 * @throws IOException when the file cannot be written
	 */
	public synchronized void write(String content) throws IOException {
		Path folder = this.file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		Path draft = Files.createTempFile(folder, this.file.getFileName().toString(), ".new",
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(draft, content);
		Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE);
	}

}
