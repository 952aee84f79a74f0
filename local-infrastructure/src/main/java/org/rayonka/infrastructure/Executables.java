package org.rayonka.infrastructure;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Programs on the search path.
 */
final class Executables {

	private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

	private Executables() {
	}

	/**
	 * Finds a program.
	 * @return empty when it is not installed
	 */
	static Optional<Path> find(String program) {
		String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
		return SEPARATOR.splitAsStream(path)
			.filter((folder) -> !folder.isEmpty())
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
