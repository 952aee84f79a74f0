package org.rayonka.standalone.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.rayonka.standalone.platform.Home;

/**
 * The file from which {@code ./rayonka} and the supervisor take their JVM's options.
 */
final class LauncherArguments {

	private LauncherArguments() {
	}

	static Path cache(Home home) {
		return home.built("launcher.aot");
	}

	/** The options without the cache. */
	static List<String> plain(Home home) throws IOException {
		List<String> options = new ArrayList<>(Home.memory(64));
		options.replaceAll((option) -> option.startsWith("-Xms") ? "-Xms8m" : option);
		try (Stream<Path> jars = Files.list(home.built("launcher"))) {
			options.addAll(List.of("-cp",
					Stream.concat(Stream.of(home.launcherJar()), jars.sorted())
						.map(Path::toString)
						.collect(Collectors.joining(File.pathSeparator))));
		}
		return options;
	}

	/** Writes the file, with the cache if it is there by now. */
	static void write(Home home) throws IOException {
		List<String> options = new ArrayList<>();
		if (Files.isReadable(cache(home))) {
			options.addAll(Home.withCache(cache(home)));
		}
		options.addAll(plain(home));
		Files.writeString(home.built("launcher.args"),
				options.stream()
					.map((option) -> '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
					.collect(Collectors.joining("\n", "", "\n")));
	}

}
