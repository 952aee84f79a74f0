package org.rayonka.systemtests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One more gateway before the same services: the program and the environment of the
 * first, at a port of its own.
 */
final class SecondGateway implements AutoCloseable {

	private final int port = RunningPlatform.freePort();

	private final Process process;

	SecondGateway(RunningPlatform platform) {
		ProcessHandle.Info first = ProcessHandle.of(platform.process("gateway").get("pid").asLong())
			.orElseThrow()
			.info();
		List<String> command = new ArrayList<>(List.of(first.command().orElseThrow()));
		command.addAll(List.of(first.arguments().orElseThrow()));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(new File("target/second-gateway.log"));
		platform.rayonka("env", "gateway").lines().forEach((line) -> {
			int equals = line.indexOf('=');
			builder.environment().put(line.substring(0, equals), line.substring(equals + 1));
		});
		builder.environment().putAll(Map.of("SERVER_PORT", Integer.toString(this.port), "MANAGEMENT_SERVER_PORT", "0"));
		try {
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
