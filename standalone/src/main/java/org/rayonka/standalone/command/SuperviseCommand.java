package org.rayonka.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;

import org.rayonka.infrastructure.InfrastructureException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * What {@code up --detach} leaves running.
 */
@Command(name = "supervise", hidden = true)
final class SuperviseCommand implements Callable<Integer> {

	@Mixin
	private final DataOption data = new DataOption();

	@Mixin
	private final RunOption run = new RunOption();

	@Override
	public Integer call() throws IOException {
		try {
			Supervision supervision = new Supervision(this.data.folder(), this.run.options());
			supervision.start();
			supervision.await();
			return 0;
		}
		catch (InfrastructureException ex) {
			Files.writeString(this.data.folder().resolve(DetachedSupervisor.FAILURE), ex.getMessage() + "\n");
			throw ex;
		}
	}

}
