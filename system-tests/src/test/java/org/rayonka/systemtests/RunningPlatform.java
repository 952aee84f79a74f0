package org.rayonka.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The standalone run, started once for all tests of this module on a fresh folder and
 * stopped after the last. Tests take it as a parameter.
 */
final class RunningPlatform implements AutoCloseable {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private final Path data;

	private final int port;

	private RunningPlatform(Path data, int port) {
		this.data = data;
		this.port = port;
	}

	private static RunningPlatform start() {
		try {
			Path data = Path.of("target/platform").toAbsolutePath();
			RunningPlatform platform = new RunningPlatform(data, freePort());
			if (Files.exists(data)) {
				platform.rayonka("down");
				delete(data);
			}
			platform.up();
			return platform;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void up() {
		rayonka("up", "--detach", "--no-limits", "--port", Integer.toString(this.port));
	}

	@Override
	public void close() {
		rayonka("down");
	}

	URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	JsonNode status() {
		return JsonMapper.shared().readTree(rayonka("status", "--json"));
	}

	/** A process by its name, as status tells it now. */
	JsonNode process(String name) {
		return status().get("processes")
			.valueStream()
			.filter((process) -> process.get("name").asString().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No process " + name));
	}

	boolean ready() {
		return status().get("ready").asBoolean();
	}

	Path data() {
		return this.data;
	}

	/** Runs the command line; any exit code but 0 is an error with all that it said. */
	String rayonka(String... arguments) {
		List<String> command = new ArrayList<>(List.of(ROOT.resolve("rayonka").toString()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("--data", this.data.toString()));
		Outcome outcome = run(command);
		if (outcome.code() != 0) {
			throw new IllegalStateException(
					"%s ended with %d:%n%s%s".formatted(command, outcome.code(), outcome.out(), outcome.err()));
		}
		return outcome.out();
	}

	static Outcome run(List<String> command) {
		try {
			Path err = Files.createTempFile("rayonka", ".err");
			Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
			process.getOutputStream().close();
			String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int code = process.waitFor();
			String said = Files.readString(err);
			Files.delete(err);
			return new Outcome(code, out, said);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static Path root() {
		return ROOT;
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	/** How a command ended and what it said. */
	record Outcome(int code, String out, String err) {
	}

	/** Starts the platform with the first test that asks for it. */
	static final class Starter extends TypeBasedParameterResolver<RunningPlatform> {

		@Override
		public RunningPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
			return context.getRoot()
				.getStore(ExtensionContext.Namespace.create(RunningPlatform.class))
				.computeIfAbsent(RunningPlatform.class, (key) -> RunningPlatform.start(), RunningPlatform.class);
		}

	}

}
