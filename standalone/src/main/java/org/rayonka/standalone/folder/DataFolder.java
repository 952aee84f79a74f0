package org.rayonka.standalone.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.rayonka.infrastructure.InfrastructureException;

/**
 * The folder that holds everything a run must find again.
 *
 * @param root the folder
 */
public record DataFolder(Path root) {

	/** With less, PostgreSQL and Kafka soon fail in ways that are harder to read. */
	private static final long ROOM = 300L * 1024 * 1024;

	/**
	 * Where logs go.
	 * @return a folder
	 */
	public Path logs() {
		return this.root.resolve("logs");
	}

	/**
	 * Where the ids of running processes are.
	 * @return a folder
	 */
	public Path pids() {
		return this.root.resolve("pids");
	}

	/**
	 * A file or folder in it.
	 * @param name its name
	 * @return its path, whether it exists or not
	 */
	public Path resolve(String name) {
		return this.root.resolve(name);
	}

	/**
	 * Makes sure that the folder can be written and that there is room.
	 * @throws InfrastructureException when not, with the remedy
	 */
	public void prepare() {
		try {
			Files.createDirectories(logs());
			Files.createDirectories(pids());
			Files.delete(Files.createTempFile(this.root, "probe", null));
		}
		catch (IOException ex) {
			throw new InfrastructureException("The data folder " + this.root + " cannot be written (" + ex
					+ "): make it writable for " + System.getProperty("user.name") + " or choose another with --data",
					ex);
		}
		long room = room();
		if (room < ROOM) {
			throw new InfrastructureException(
					"The disk of %s is full (%d MB left, %d MB needed): free some space or choose another with --data"
						.formatted(this.root, room >> 20, ROOM >> 20));
		}
	}

	/**
	 * The room left on the folder's disk.
	 * @return bytes
	 */
	public long room() {
		try {
			Path existing = this.root.toAbsolutePath();
			while (Files.notExists(existing) && existing.getParent() != null) {
				existing = existing.getParent();
			}
			return Files.getFileStore(existing).getUsableSpace();
		}
		catch (IOException ex) {
			return Long.MAX_VALUE;
		}
	}

}
