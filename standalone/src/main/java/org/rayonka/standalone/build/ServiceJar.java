package org.rayonka.standalone.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.rayonka.standalone.platform.Home;

/**
 * A service's Boot jar, to be extracted, because that starts faster and can be cached.
 */
final class ServiceJar {

	private final String name;

	private final Optional<Path> jar;

	private final Path folder;

	ServiceJar(Home home, String name) {
		this.name = name;
		this.jar = home.jar(name);
		this.folder = home.extracted(name);
	}

	boolean isMissing() {
		return this.jar.isEmpty();
	}

	/** Does nothing when this very jar is extracted already. */
	void extract() throws IOException {
		String hash = hash();
		Path mark = this.folder.resolve("source.sha256");
		if (Files.exists(mark) && Files.readString(mark).equals(hash)) {
			return;
		}
		Path draft = this.folder.resolveSibling(this.name + ".new");
		Folders.delete(draft);
		Files.createDirectories(draft.getParent());
		Program.run(this.name,
				List.of("-Djarmode=tools", "-jar", this.jar.orElseThrow().toString(), "extract", "--destination",
						draft.toString(), "--application-filename", this.name + ".jar"),
				draft.resolveSibling(this.name + ".out"));
		Folders.delete(this.folder);
		Files.move(draft, this.folder, StandardCopyOption.ATOMIC_MOVE);
		Files.writeString(mark, hash);
	}

	/** Refreshes the application context once, with nothing to connect to. */
	void train() throws IOException {
		Path program = this.folder.resolve(this.name + ".jar");
		new Training(this.name, this.folder.resolve(this.name + ".aot")).newerThan(program)
			.run(List.of(Training.ONCE, "-Dspring.flyway.enabled=false", "-Dspring.kafka.listener.auto-startup=false",
					"-Dserver.port=0", "-jar", program.toString()));
	}

	private String hash() throws IOException {
		try (InputStream in = new DigestInputStream(Files.newInputStream(this.jar.orElseThrow()),
				MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
