package org.rayonka.standalone.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.rayonka.standalone.platform.Home;

/**
 * Runs Java once, with secrets that are none, since nothing is connected to.
 */
final class Program {

	private static final String NONE = "0123456789abcdef0123456789abcdef0123456789abcdef";

	private static final int MINUTES = 3;

	private Program() {
	}

	/** Returns the exit code. */
	static int run(String name, List<String> arguments, Path log) throws IOException {
		List<String> command = new ArrayList<>(List.of(Home.java()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		for (String secret : List.of("RAYONKA_VISITOR_SECRET", "RAYONKA_GATEWAY_CLIENT_SECRET",
				"RAYONKA_IDENTITY_GATEWAY_SECRET")) {
			builder.environment().put(secret, NONE);
		}
		builder.environment().put("RAYONKA_MEDIA_FOLDER", log.resolveSibling("media").toString());
		builder.environment().put("RAYONKA_CONSOLE_INSTANCES", "");
		builder.environment().put("MANAGEMENT_SERVER_PORT", "0");
		builder.environment().put("SERVER_PORT", "0");
		Process process = builder.start();
		try {
			if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new IOException(name + " takes longer than " + MINUTES + " minutes, see " + log);
			}
			return process.exitValue();
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
