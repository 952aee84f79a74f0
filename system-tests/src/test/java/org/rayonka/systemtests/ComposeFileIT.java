package org.rayonka.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds docker-compose.yml, which no machine without Docker can try, against what the
 * services know.
 */
class ComposeFileIT {

	private static final Map<String, String> PORTS = Map.of("article-service", "8081", "engagement-service", "8082",
			"comment-service", "8083", "identity-service", "8084", "web", "8085", "gateway", "8080");

	private static final Map<String, String> HEALTH_PORTS = Map.of("gateway", "9080");

	private static Map<String, Map<String, Object>> services = Map.of();

	@BeforeAll
	static void read() throws IOException {
		Map<String, Map<String, Map<String, Object>>> file = new Yaml()
			.load(Files.readString(RunningPlatform.root().resolve("docker-compose.yml")));
		services = file.getOrDefault("services", Map.of());
	}

	static Set<String> ours() {
		return new TreeSet<>(PORTS.keySet());
	}

	@Test
	void holdsTheWholePlatform() {
		assertThat(services).containsKeys("postgresql", "redis", "kafka", "prometheus", "grafana")
			.containsKeys(PORTS.keySet().toArray(String[]::new));
	}

	@ParameterizedTest
	@MethodSource("ours")
	void setsOnlyKeysThatTheServiceKnows(String service) {
		KnownKeys keys = KnownKeys.of(service);
		assertThat(environment(service).keySet()).isNotEmpty().allMatch(keys::contains);
	}

	@ParameterizedTest
	@MethodSource("ours")
	void asksTheServiceItselfWhetherItIsReady(String service) {
		assertThat(environment(service)).containsEntry("SERVER_PORT", PORTS.get(service))
			.containsEntry("SERVER_ADDRESS", "0.0.0.0");
		assertThat(healthcheck(service)).containsExactly("CMD", "healthy",
				HEALTH_PORTS.getOrDefault(service, PORTS.get(service)));
	}

	@ParameterizedTest
	@MethodSource("ours")
	void namesOnlyServicesThatExistAtTheirPorts(String service) {
		Pattern address = Pattern.compile("//(?:[^@/]*@)?([a-z-]+):(\\d+)");
		Map<String, String> ports = new java.util.HashMap<>(PORTS);
		ports.putAll(Map.of("postgresql", "5432", "redis", "6379", "kafka", "9092"));
		environment(service).values()
			.stream()
			.flatMap((value) -> address.matcher(value).results())
			.forEach((match) -> assertThat(ports).containsEntry(match.group(1), match.group(2)));
	}

	@Test
	void comesBackAndWaitsForWhatItNeeds() {
		assertThat(services).allSatisfy((name, service) -> {
			assertThat(service).containsEntry("restart", "unless-stopped").containsKey("healthcheck");
			assertThat(dependencies(service)).allMatch(services::containsKey);
		});
	}

	@Test
	void takesEverySecretFromTheEnvironmentFile() throws IOException {
		String compose = Files.readString(RunningPlatform.root().resolve("docker-compose.yml"));
		Set<String> wanted = new TreeSet<>();
		Pattern.compile("\\$\\{([A-Z_]+)").matcher(compose).results().forEach((match) -> wanted.add(match.group(1)));
		try (Stream<String> example = Files.lines(RunningPlatform.root().resolve(".env.example"))) {
			assertThat(example.filter((line) -> line.matches("[A-Z_]+=.*")).map((line) -> line.replaceFirst("=.*", "")))
				.containsExactlyInAnyOrderElementsOf(wanted);
		}
		assertThat(compose.lines().filter((line) -> line.matches(".*(PASSWORD|SECRET).*: .*")))
			.allMatch((line) -> line.contains("${"));
	}

	@Test
	void mountsFilesThatExist() {
		services.values()
			.stream()
			.flatMap((service) -> list(service.get("volumes")).stream())
			.filter((volume) -> volume.startsWith("./"))
			.forEach((volume) -> assertThat(Path.of("..", volume.replaceFirst(":.*", ""))).exists());
	}

	private static Map<String, String> environment(String service) {
		Map<String, String> variables = new java.util.TreeMap<>();
		if (services.getOrDefault(service, Map.of()).get("environment") instanceof Map<?, ?> all) {
			all.forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
		}
		return variables;
	}

	private static List<String> healthcheck(String service) {
		return (services.getOrDefault(service, Map.of()).get("healthcheck") instanceof Map<?, ?> check)
				? list(check.get("test")) : List.of();
	}

	private static List<String> dependencies(Map<String, Object> service) {
		return (service.get("depends_on") instanceof Map<?, ?> all) ? list(List.copyOf(all.keySet())) : List.of();
	}

	private static List<String> list(@org.jspecify.annotations.Nullable Object value) {
		return (value instanceof List<?> all) ? all.stream().map(String::valueOf).toList() : List.of();
	}

}
