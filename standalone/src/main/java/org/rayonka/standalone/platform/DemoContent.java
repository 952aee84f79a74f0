package org.rayonka.standalone.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.folder.PortBook;

/**
 * Loads the demo content in a JVM of its own, whose memory is free again afterwards.
 */
final class DemoContent {

	private static final String MAIN = "org.rayonka.standalone.platform.DemoRun";

	private final DataFolder folder;

	DemoContent(DataFolder folder) {
		this.folder = folder;
	}

	/**
	 * Loads what is not loaded yet.
	 * @param ports where the services are
	 * @param progress told what it does
	 * @throws InfrastructureException when it does not get through; it can be repeated
	 */
	void load(PortBook ports, Consumer<String> progress) {
		List<String> command = new ArrayList<>(List.of(Home.java()));
		command.addAll(Home.memory(96));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
		for (String service : List.of("article", "engagement", "comment", "identity")) {
			command.add("http://127.0.0.1:" + ports.port(service + "-service"));
		}
		command.add("127.0.0.1:" + ports.port("kafka"));
		String last = "";
		try {
			Process process = new ProcessBuilder(command)
				.redirectError(ProcessBuilder.Redirect.appendTo(this.folder.logs().resolve("demo.log").toFile()))
				.start();
			try (BufferedReader lines = process.inputReader()) {
				for (String line = lines.readLine(); line != null; line = lines.readLine()) {
					last = line;
					progress.accept(line);
				}
			}
			if (process.waitFor() != 0) {
				throw new InfrastructureException("The demo content could not be loaded (last: " + last + "; see "
						+ this.folder.logs().resolve("demo.log") + "): try again, or start with --empty");
			}
		}
		catch (IOException ex) {
			throw new InfrastructureException("The demo content could not be loaded: " + ex, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InfrastructureException("The demo content could not be loaded: interrupted", ex);
		}
	}

}
