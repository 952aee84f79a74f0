package org.rayonka.standalone.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Stops one process and starts it again.
 */
@Command(name = "restart", description = "stops one process and starts it again")
final class RestartCommand implements Callable<Integer> {

	@Mixin
	private final DataOption data = new DataOption();

	@Parameters(paramLabel = "NAME", description = "as status names it")
	private String name = "";

	@Override
	public Integer call() {
		this.data.client().restart(this.name);
		System.out.println(this.name + " is on its way: ./rayonka status");
		return 0;
	}

}
