package org.rayonka.infrastructure;

import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars of the broker, which the build put into a folder of their own.
 *
 * @param folder the folder
 */
record KafkaLibrary(Path folder) {

	static KafkaLibrary find() {
		Path folder = Path.of(System.getProperty("rayonka.kafka.lib", built()));
		if (!Files.isDirectory(folder)) {
			throw new InfrastructureException("The Kafka broker's jars are not in " + folder
					+ ": build the module local-infrastructure (mvn -DskipTests package)");
		}
		return new KafkaLibrary(folder);
	}

	/** The jars by name, in an order that stays: an AOT cache is bound to it. */
	String classPath() {
		try (Stream<Path> jars = Files.list(this.folder)) {
			return jars.map(Path::toString)
				.filter((jar) -> jar.endsWith(".jar"))
				.sorted()
				.collect(Collectors.joining(File.pathSeparator));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path aotCache() {
		return this.folder.resolveSibling("broker.aot");
	}

	/** Whether there is a cache and no jar is newer. */
	boolean isTrained() {
		long cached = aotCache().toFile().lastModified();
		return cached > 0 && Stream.of(classPath().split(File.pathSeparator, -1))
			.allMatch((jar) -> new File(jar).lastModified() <= cached);
	}

	/** Uses the cache if there is one, without a word when it does not fit. */
	List<String> cacheOptions() {
		return isTrained() ? List.of("-XX:AOTCache=" + aotCache(), "-Xlog:disable", "-Xlog:all=error:stderr")
				: List.of();
	}

	private static String built() {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(KafkaLibrary.class.getResourceAsStream("/local-infrastructure.properties")),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties.getProperty("kafka.lib");
	}

}
