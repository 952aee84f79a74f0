package org.rayonka.standalone.supervision;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a service is started and asked whether it is ready.
 *
 * @param port the port it serves on
 * @param ports all ports it listens on
 * @param command the program and its arguments
 * @param environment its configuration
 * @param readiness the URL that answers 200 when it is ready
 * @param liveness the URL that answers 200 while the process is not hung
 * @param management the base URL of its management endpoints, or null
 */
public record Launch(int port, List<Integer> ports, List<String> command, Map<String, String> environment,
		String readiness, String liveness, @Nullable String management) {
}
