package org.rayonka.standalone.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Stops one process, to make room for the same from an IDE.
 */
@Command(name = "stop", description = "stops one process until it is restarted")
final class StopCommand implements Callable<Integer> {

	@Mixin
	private final DataOption data = new DataOption();

	@Parameters(paramLabel = "NAME", description = "as status names it")
	private String name = "";

	@Override
	public Integer call() {
		this.data.client().stop(this.name);
		System.out.println(this.name + " is stopped: ./rayonka restart " + this.name + " starts it");
		return 0;
	}

}
