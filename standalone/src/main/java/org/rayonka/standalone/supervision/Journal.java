package org.rayonka.standalone.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the supervisor did and saw, for {@code ./rayonka logs supervisor}.
 */
public final class Journal {

	private final Path file;

	/**
	 * A journal.
	 * @param file the log file
	 */
	public Journal(Path file) {
		this.file = file;
	}

	/**
	 * Writes a line.
	 * @param name the process that it is about
	 * @param what what happened
	 */
	public synchronized void note(String name, String what) {
		try {
			Files.writeString(this.file,
					"%s %s: %s%n".formatted(Instant.now().truncatedTo(ChronoUnit.MILLIS), name, what),
					StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			// a full disk must not end the supervisor
			System.err.println(name + ": " + what + " (the journal cannot be written: " + ex + ")");
		}
	}

}
