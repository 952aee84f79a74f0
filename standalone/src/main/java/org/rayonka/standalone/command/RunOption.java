package org.rayonka.standalone.command;

import java.util.ArrayList;
import java.util.List;

import org.rayonka.standalone.platform.RunOptions;
import picocli.CommandLine.Option;

/**
 * What can be chosen about a run.
 */
final class RunOption {

	@Option(names = "--port", paramLabel = "PORT", defaultValue = "8080",
			description = "the site's port (default: 8080)")
	private int port;

	@Option(names = "--empty", description = "no demo content at the first start")
	private boolean empty;

	@Option(names = "--no-limits", description = "for load tests: no rate limits, no judging of views by rate")
	private boolean noLimits;

	RunOptions options() {
		return new RunOptions(this.port, !this.empty, !this.noLimits);
	}

	/** As they were given, for another process. */
	List<String> arguments() {
		List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(this.port)));
		if (this.empty) {
			arguments.add("--empty");
		}
		if (this.noLimits) {
			arguments.add("--no-limits");
		}
		return arguments;
	}

}
