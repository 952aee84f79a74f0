package org.rayonka.standalone.folder;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.infrastructure.SecretFile;

/**
 * Values that are chosen once and then stay; a file that its owner alone can read.
 */
public final class KeptProperties {

	private final SecretFile file;

	private final Properties values = new Properties();

	/**
	 * Reads the file if it exists.
	 * @param file where the values are
	 */
	public KeptProperties(Path file) {
		this.file = new SecretFile(file);
		if (Files.exists(file)) {
			try (Reader reader = Files.newBufferedReader(file)) {
				this.values.load(reader);
			}
			catch (IOException | IllegalArgumentException ex) {
				throw new InfrastructureException("The file " + file + " cannot be read: " + ex, ex);
			}
		}
	}

	/**
	 * The value that was kept, or else one that is chosen now and kept.
	 * @param name the value's name
	 * @param choice chooses the value
	 * @return the value
	 */
	public synchronized String keep(String name, Supplier<String> choice) {
		String kept = this.values.getProperty(name);
		if (kept != null) {
			return kept;
		}
		String chosen = choice.get();
		set(name, chosen);
		return chosen;
	}

	/**
	 * The value that was kept.
	 * @param name the value's name
	 * @return empty when there is none
	 */
	public synchronized Optional<String> find(String name) {
		return Optional.ofNullable(this.values.getProperty(name));
	}

	/**
	 * Keeps another value.
	 * @param name the value's name
	 * @param value the value
	 */
	public synchronized void set(String name, String value) {
		this.values.setProperty(name, value);
		StringWriter text = new StringWriter();
		try {
			this.values.store(text, null);
			this.file.write(text.toString());
		}
		catch (IOException ex) {
			throw new InfrastructureException("The file " + this.file.file() + " cannot be written: " + ex, ex);
		}
	}

}
