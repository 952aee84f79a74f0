package org.rayonka.standalone.control;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.rayonka.standalone.platform.Platform;
import org.rayonka.standalone.supervision.Keeper;
import org.rayonka.standalone.supervision.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code ./rayonka status --json} prints.
 */
public final class StatusReport {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private StatusReport() {
	}

	static String of(Platform platform) {
		ObjectNode report = report(platform.ready(), platform.options().url(), platform.consoleUrl());
		report.put("supervisor", ProcessHandle.current().pid());
		report.put("doing", platform.doing());
		ArrayNode processes = report.putArray("processes");
		platform.keepers().forEach((keeper) -> processes.add(process(keeper)));
		report.set("demo", platform.options().demo() ? demo() : nobody());
		return report.toString();
	}

	/**
	 * What is said while nothing runs.
	 * @return the same shape, with nothing in it
	 */
	public static String ofNothing() {
		ObjectNode report = report(false, null, null);
		report.putArray("processes");
		report.set("demo", nobody());
		return report.toString();
	}

	/**
	 * The list of metrics endpoints in the form of Prometheus' HTTP service discovery.
	 */
	static String targets(Platform platform) {
		ArrayNode groups = NODES.arrayNode();
		for (Keeper keeper : platform.keepers()) {
			keeper.part().metrics().ifPresent((metrics) -> {
				ObjectNode group = groups.addObject();
				group.putArray("targets").add(URI.create(metrics).getAuthority());
				group.putObject("labels")
					.put("service", keeper.part().name())
					.put("__metrics_path__", URI.create(metrics).getPath());
			});
		}
		return groups.toString();
	}

	private static ObjectNode report(boolean ready, @Nullable String url, @Nullable String ops) {
		return NODES.objectNode().put("ready", ready).put("url", url).put("ops", ops);
	}

	static ObjectNode process(Keeper keeper) {
		Part part = keeper.part();
		return NODES.objectNode()
			.put("name", part.name())
			.put("pid", part.pid())
			.put("port", part.port())
			.put("state", keeper.state().text())
			.put("seconds", keeper.sinceWhen().toSeconds())
			.put("metrics", part.metrics().orElse(null))
			.put("log", part.log().toAbsolutePath().toString());
	}

	/** The accounts and clients that the module demo says exist. */
	private static JsonNode demo() {
		try (InputStream access = StatusReport.class.getResourceAsStream("/demo-access.json")) {
			return (access != null) ? JsonMapper.shared().readTree(access) : nobody();
		}
		catch (IOException ex) {
			return nobody();
		}
	}

	private static ObjectNode nobody() {
		ObjectNode nobody = NODES.objectNode();
		nobody.putArray("accounts");
		nobody.putArray("clients");
		return nobody;
	}

}
