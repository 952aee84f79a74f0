package org.rayonka.standalone.importing;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.rayonka.infrastructure.InfrastructureException;

/**
 * The file with what was not understood and how it ended: a JSON array, written as the
 * lines come, so that it is whole however the import ends.
 */
final class Report implements AutoCloseable {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

	private final Path file;

	private final Writer writer;

	private boolean any;

	private boolean closed;

	/**
	 * Begins a report.
	 * @param folder where it goes
	 * @param edition that the import is for
	 * @param now the time in its name
	 */
	Report(Path folder, String edition, LocalDateTime now) {
		this.file = folder.resolve(TIME.format(now) + "-" + edition.replaceAll("[^A-Za-z0-9-]", "_") + ".json");
		try {
			Files.createDirectories(folder);
			this.writer = Files.newBufferedWriter(this.file);
			this.writer.write("[");
		}
		catch (IOException ex) {
			throw failure(ex);
		}
	}

	Path file() {
		return this.file;
	}

	synchronized void add(String line) {
		if (this.closed) {
			return;
		}
		try {
			this.writer.write((this.any ? ",\n" : "\n") + line);
			this.any = true;
		}
		catch (IOException ex) {
			throw failure(ex);
		}
	}

	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		try (this.writer) {
			this.writer.write("\n]\n");
		}
		catch (IOException ex) {
			throw failure(ex);
		}
	}

	private InfrastructureException failure(IOException ex) {
		return new InfrastructureException("The report " + this.file + " cannot be written: " + ex, ex);
	}

}
