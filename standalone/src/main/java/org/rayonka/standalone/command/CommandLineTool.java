package org.rayonka.standalone.command;

import org.rayonka.infrastructure.InfrastructureException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands, and how their failures look.
 */
@Command(name = "./rayonka", description = "Runs a network of district newspapers on one machine.",
		subcommands = { UpCommand.class, DownCommand.class, StatusCommand.class, LogsCommand.class,
				RestartCommand.class, StopCommand.class, EnvironmentCommand.class, DoctorCommand.class,
				ImportCommand.class, RecountCommand.class, SuperviseCommand.class, CommandLine.HelpCommand.class })
public final class CommandLineTool implements Runnable {

	private CommandLineTool() {
	}

	/**
	 * Runs a command.
	 * @param args the command and its options
	 * @return the exit code
	 */
	public static int run(String... args) {
		CommandLine tool = new CommandLine(new CommandLineTool());
		tool.setExecutionExceptionHandler((ex, command, parsed) -> {
			command.getErr().println(message(ex));
			return CommandLine.ExitCode.SOFTWARE;
		});
		return tool.execute(args);
	}

	@Override
	public void run() {
		CommandLine.usage(this, System.out);
	}

	private static String message(Exception ex) {
		String message = ex.getMessage();
		return (ex instanceof InfrastructureException && message != null) ? message : "Unexpected: " + ex;
	}

}
