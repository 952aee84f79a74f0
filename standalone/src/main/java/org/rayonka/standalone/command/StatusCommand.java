package org.rayonka.standalone.command;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.rayonka.standalone.control.StatusReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says how everything is.
 */
@Command(name = "status", description = "says how everything is")
final class StatusCommand implements Callable<Integer> {

	@Mixin
	private final DataOption data = new DataOption();

	@Option(names = "--json", description = "for programs")
	private boolean json;

	@Override
	public Integer call() {
		Optional<String> status = this.data.client().status();
		if (this.json) {
			System.out.println(status.orElseGet(StatusReport::ofNothing));
		}
		else if (status.isEmpty()) {
			System.out.println("Rayonka is not running: ./rayonka up starts it");
		}
		else {
			print(JsonMapper.shared().readTree(status.get()));
		}
		return 0;
	}

	private static void print(JsonNode status) {
		System.out.printf("%-20s %-11s %8s %6s  %s%n", "process", "state", "pid", "port", "log");
		for (JsonNode process : status.path("processes")) {
			System.out.printf("%-20s %-11s %8d %6d  %s%n", process.path("name").asString(),
					process.path("state").asString(), process.path("pid").asLong(), process.path("port").asInt(),
					process.path("log").asString());
		}
		System.out.print(new Summary(status).text());
		String doing = status.path("doing").asString();
		System.out
			.println(status.path("ready").asBoolean() ? "ready" : "not ready" + (doing.isEmpty() ? "" : ": " + doing));
	}

}
