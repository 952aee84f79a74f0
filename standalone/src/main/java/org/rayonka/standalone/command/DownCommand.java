package org.rayonka.standalone.command;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.control.ControlClient;
import org.rayonka.standalone.platform.Home;
import org.rayonka.standalone.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stops everything in order, also what a killed supervisor left.
 */
@Command(name = "down", description = "stops everything in order")
final class DownCommand implements Callable<Integer> {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@Mixin
	private final DataOption data = new DataOption();

	@Override
	public Integer call() throws Exception {
		ControlClient client = this.data.client();
		Optional<Long> supervisor = client.status()
			.map((status) -> JsonMapper.shared().readTree(status).path("supervisor").asLong());
		if (supervisor.isPresent() && client.down()) {
			await(supervisor.get());
			System.out.println("Rayonka is stopped.");
		}
		else {
			List<String> ended = Files.isDirectory(this.data.folder().root())
					? Platform.endOrphans(Home.find(), this.data.folder()) : List.of();
			System.out.println(ended.isEmpty() ? "Rayonka is not running."
					: "There was no supervisor; ended what it had left: " + String.join(", ", ended));
		}
		return 0;
	}

	private static void await(long pid) throws InterruptedException, ExecutionException {
		Optional<ProcessHandle> process = ProcessHandle.of(pid);
		try {
			if (process.isPresent()) {
				process.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			}
		}
		catch (TimeoutException ex) {
			throw new InfrastructureException(
					"The supervisor (process %d) has not stopped yet: ./rayonka logs supervisor".formatted(pid), ex);
		}
	}

}
