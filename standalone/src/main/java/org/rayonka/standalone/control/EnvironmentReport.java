package org.rayonka.standalone.control;

import java.util.Map;
import java.util.stream.Collectors;

import org.rayonka.standalone.platform.Platform;

/**
 * A service's environment in the form that a shell and an IDE read.
 */
final class EnvironmentReport {

	private EnvironmentReport() {
	}

	static String of(Platform platform, String name) {
		Map<String, String> environment = platform.environment(name).orElse(Map.of());
		return environment.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> entry.getKey() + "=" + entry.getValue() + "\n")
			.collect(Collectors.joining());
	}

}
