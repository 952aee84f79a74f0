package org.rayonka.standalone.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The checkout, and where the build put what runs.
 *
 * @param root the checkout's top folder
 */
public record Home(Path root) {

	/** The system property by which {@code ./rayonka} names the checkout. */
	public static final String PROPERTY = "rayonka.home";

	private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xss512k",
			"-XX:TrimNativeHeapInterval=10000", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData",
			"-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

	/**
	 * The checkout that this process was started from.
	 * @return where it lies
	 */
	public static Home find() {
		return new Home(Path.of(System.getProperty(PROPERTY, ".")).toAbsolutePath().normalize());
	}

	/**
	 * The Java that runs this process and is to run the others.
	 * @return the program
	 */
	public static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * Where the build put things.
	 * @param name a name
	 * @return a file or folder
	 */
	public Path built(String name) {
		return this.root.resolve("standalone/target").resolve(name);
	}

	/**
	 * Where a service's jar lies extracted.
	 * @param service the service
	 * @return a folder that may not exist
	 */
	public Path extracted(String service) {
		return built("services").resolve(service);
	}

	/**
	 * The jar that a service's own build makes.
	 * @param service the service
	 * @return empty when it is not built
	 */
	public Optional<Path> jar(String service) {
		Path target = this.root.resolve(service).resolve("target");
		try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, service + "-[0-9]*.jar")) {
			return StreamSupport.stream(jars.spliterator(), false).sorted().findFirst();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The jar of this module, without a version in its name.
	 * @return a file that may not exist
	 */
	public Path launcherJar() {
		return built("standalone.jar");
	}

	/**
	 * The command that runs a service: extracted and with an AOT cache if the build made
	 * them, else from its jar.
	 * @param service the service
	 * @param memory options of its JVM, see {@link #memory} and {@link #busy}
	 * @return the program and its arguments
	 */
	public List<String> command(String service, List<String> memory) {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(memory);
		Path extracted = extracted(service).resolve(service + ".jar");
		Path cache = extracted(service).resolve(service + ".aot");
		if (Files.isReadable(cache)) {
			command.addAll(withCache(cache));
		}
		Path jar = Files.isReadable(extracted) ? extracted : jar(service).orElse(extracted);
		command.addAll(List.of("-jar", jar.toString()));
		return command;
	}

	/**
	 * The options of a small JVM; an AOT cache is bound to some of them.
	 * @param heap the heap's limit in MiB
	 * @return options
	 */
	public static List<String> memory(int heap) {
		List<String> options = bounded(heap);
		options.add("-XX:TieredStopAtLevel=1");
		return options;
	}

	/**
	 * The options of a JVM that compiles what it runs most as well as can be, at the
	 * price of memory, and leaves most of the heap to what lives long: open streams.
	 * @param heap the heap's limit in MiB
	 * @return options
	 */
	public static List<String> busy(int heap) {
		List<String> options = bounded(heap);
		options.add("-XX:NewRatio=4");
		return options;
	}

	private static List<String> bounded(int heap) {
		List<String> options = new ArrayList<>(SMALL);
		options.addAll(List.of("-Xms24m", "-Xmx" + heap + "m", "-XX:MaxMetaspaceSize=160m"));
		// Reactor Netty would start four event loops on two processors, which hand
		// requests to one another
		options.add("-Dreactor.netty.ioWorkerCount=" + Runtime.getRuntime().availableProcessors());
		return options;
	}

	/**
	 * Runs with a cache, and without a word when it does not fit.
	 * @param cache the cache
	 * @return options
	 */
	public static List<String> withCache(Path cache) {
		return List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr");
	}

}
