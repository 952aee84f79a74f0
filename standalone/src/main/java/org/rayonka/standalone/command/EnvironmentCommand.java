package org.rayonka.standalone.command;

import java.util.concurrent.Callable;

import org.rayonka.infrastructure.InfrastructureException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Tells what a service is started with, for who runs it from an IDE.
 */
@Command(name = "env", description = "prints the environment that a service runs with, secrets included")
final class EnvironmentCommand implements Callable<Integer> {

	@Mixin
	private final DataOption data = new DataOption();

	@Parameters(paramLabel = "NAME", description = "as status names it")
	private String name = "";

	@Override
	public Integer call() {
		String environment = this.data.client()
			.environment(this.name)
			.orElseThrow(() -> new InfrastructureException("Rayonka is not running: ./rayonka up starts it"));
		if (environment.isEmpty()) {
			throw new InfrastructureException("There is no service " + this.name + ": ./rayonka status names them");
		}
		System.out.print(environment);
		return 0;
	}

}
