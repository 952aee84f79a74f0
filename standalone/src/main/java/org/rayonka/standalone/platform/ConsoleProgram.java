package org.rayonka.standalone.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.rayonka.infrastructure.InfrastructureException;

/**
 * How the ops console is run.
 */
public final class ConsoleProgram {

	private static final String MAIN = "org.rayonka.standalone.console.OpsConsole";

	private ConsoleProgram() {
	}

	/**
	 * The cache that the build makes.
	 * @param home the checkout
	 * @return a file that may not exist
	 */
	public static Path cache(Home home) {
		return home.built("console.aot");
	}

	/**
	 * The arguments after the options of memory, with the cache if there is one.
	 * @param home the checkout
	 * @return arguments
	 */
	public static List<String> arguments(Home home) {
		List<String> arguments = new ArrayList<>();
		if (Files.isReadable(cache(home))) {
			arguments.addAll(Home.withCache(cache(home)));
		}
		arguments.addAll(plain(home));
		return arguments;
	}

	/**
	 * The arguments without the cache.
	 * @param home the checkout
	 * @return class path and main class
	 */
	public static List<String> plain(Home home) {
		return List.of("-cp", classPath(home), MAIN);
	}

	private static String classPath(Home home) {
		Path own = home.launcherJar();
		Path first = Files.isReadable(own) ? own : home.built("classes");
		try (Stream<Path> jars = Files.list(home.built("console"))) {
			return Stream.concat(Stream.of(first), jars.sorted())
				.map(Path::toString)
				.collect(Collectors.joining(File.pathSeparator));
		}
		catch (IOException ex) {
			throw new InfrastructureException("The ops console is not built (" + ex + "): run mvn -DskipTests package",
					ex);
		}
	}

}
