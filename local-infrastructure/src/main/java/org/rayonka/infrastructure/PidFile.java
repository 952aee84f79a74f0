package org.rayonka.infrastructure;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * Remembers whose process is ours by its id and its moment of birth, so that a recycled
 * id is never mistaken for it.
 */
public final class PidFile {

	private final Path file;

	/**
	 * A pid file at a place.
	 * @param file the file; it need not exist
	 */
	public PidFile(Path file) {
		this.file = file;
	}

	/**
	 * Writes down a process as ours, replacing what was written before.
	 * @param process a process that was just started
	 */
	public void write(ProcessHandle process) {
		Properties content = new Properties();
		content.setProperty("pid", Long.toString(process.pid()));
		content.setProperty("born", ProcessBirth.of(process));
		Path draft = this.file.resolveSibling(this.file.getFileName() + ".new");
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			try (Writer writer = Files.newBufferedWriter(draft)) {
				content.store(writer, null);
			}
			Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The process written down, if it is still the same one and alive.
	 * @return empty when there is none, when it has ended, or when its id is now
	 * another's
	 */
	public Optional<ProcessHandle> owner() {
		Properties content = read();
		String born = (content != null) ? content.getProperty("born") : null;
		if (content == null || born == null) {
			return Optional.empty();
		}
		return pid(content).flatMap(ProcessHandle::of)
			.filter(ProcessHandle::isAlive)
			.filter((process) -> born.equals(ProcessBirth.of(process)));
	}

	/**
	 * Forgets the process.
	 */
	public void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private @Nullable Properties read() {
		Properties content = new Properties();
		try (Reader reader = Files.newBufferedReader(this.file)) {
			content.load(reader);
			return content;
		}
		catch (IOException | IllegalArgumentException ex) {
			return null;
		}
	}

	private static Optional<Long> pid(Properties content) {
		try {
			return Optional.of(Long.valueOf(content.getProperty("pid", "")));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

}
