package org.rayonka.standalone.command;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.control.ControlClient;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.platform.Home;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which data folder a command is about.
 */
final class DataOption {

	@Option(names = "--data", paramLabel = "DIR", description = "the data folder (default: data in the checkout)")
	private @Nullable Path data;

	DataFolder folder() {
		Path chosen = this.data;
		return new DataFolder(
				(chosen != null) ? chosen.toAbsolutePath().normalize() : Home.find().root().resolve("data"));
	}

	ControlClient client() {
		return new ControlClient(folder());
	}

	/** The supervisor's report; a failure when none runs. */
	JsonNode status() {
		return client().status()
			.map(JsonMapper.shared()::readTree)
			.orElseThrow(() -> new InfrastructureException("Rayonka is not running: ./rayonka up starts it"));
	}

}
