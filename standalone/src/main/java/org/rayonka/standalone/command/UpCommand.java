package org.rayonka.standalone.command;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.control.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Starts everything.
 */
@Command(name = "up", description = "starts everything and says when it is ready")
final class UpCommand implements Callable<Integer> {

	@Mixin
	private final DataOption data = new DataOption();

	@Mixin
	private final RunOption run = new RunOption();

	@Option(names = "--detach", description = "returns when all is ready and leaves it running")
	private boolean detach;

	@Override
	public Integer call() {
		ControlClient client = this.data.client();
		Optional<String> running = client.status();
		Progress progress = new Progress();
		if (running.isPresent()) {
			System.out.println("Rayonka runs already.");
			progress.follow(client, () -> true);
		}
		else if (this.detach) {
			DetachedSupervisor supervisor = new DetachedSupervisor(this.data.folder(), this.run);
			supervisor.start();
			progress.follow(client, supervisor::isAlive);
			supervisor.failure().ifPresent((message) -> {
				throw new InfrastructureException(message);
			});
		}
		else {
			stay(client, progress);
		}
		return 0;
	}

	private void stay(ControlClient client, Progress progress) {
		Supervision supervision = new Supervision(this.data.folder(), this.run.options());
		Thread view = Thread.ofPlatform().daemon().start(() -> progress.follow(client, () -> true));
		supervision.start();
		try {
			view.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		System.out.println("Ctrl-C stops it.");
		supervision.await();
	}

}
