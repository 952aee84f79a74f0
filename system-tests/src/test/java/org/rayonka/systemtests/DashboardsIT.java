package org.rayonka.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds dashboards and alerts against what the running services export: a panel over a
 * metric that nobody has is blank on the night when it is needed.
 */
@ExtendWith(RunningPlatform.Starter.class)
class DashboardsIT {

	private static final Pattern METRIC = Pattern
		.compile("\\b(?:rayonka|http|jvm|process|r2dbc|kafka|resilience4j)_[a-z0-9_]+");

	/** Counters with tags come into being with their first event. */
	private static final Set<String> BORN_LATE = Set.of("rayonka_gateway_requests_limited_total",
			"rayonka_web_part_missed_total");

	@Test
	void showOnlyMetricsThatAreExported(RunningPlatform platform) throws IOException {
		Set<String> exported = exported(platform);
		Set<String> shown = shown();
		assertThat(shown).hasSizeGreaterThan(15);
		shown.removeAll(BORN_LATE);
		assertThat(exported).containsAll(shown);
	}

	@Test
	void everyAlertSaysWhatToDo() throws IOException {
		String alerts = Files.readString(ops().resolve("prometheus/alerts.yml"));
		Set<String> headings;
		try (Stream<String> runbook = Files.lines(RunningPlatform.root().resolve("docs/runbook.md"))) {
			headings = runbook.filter((line) -> line.startsWith("## "))
				.map((line) -> "docs/runbook.md#"
						+ line.substring(3).toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))
				.collect(Collectors.toSet());
		}
		assertThat(alerts.lines().filter((line) -> line.contains("runbook:")).map((line) -> line.strip().substring(9)))
			.hasSameSizeAs(alerts.lines().filter((line) -> line.contains("- alert:")).toList())
			.allMatch(headings::contains);
	}

	@Test
	void everyServiceIsScrapedUnderCompose() throws IOException {
		String prometheus = Files.readString(ops().resolve("prometheus/prometheus.yml"));
		assertThat(prometheus).contains("article-service:8081", "engagement-service:8082", "comment-service:8083",
				"identity-service:8084", "web:8085", "gateway:9080");
	}

	private static Set<String> exported(RunningPlatform platform) {
		Set<String> names = new HashSet<>();
		for (JsonNode process : platform.status().get("processes")) {
			String address = process.path("metrics").asString("");
			if (!address.isEmpty()) {
				Api.text(address)
					.lines()
					.filter((line) -> !line.startsWith("#"))
					.forEach((line) -> names.add(line.replaceFirst("[{ ].*", "")));
			}
		}
		return names;
	}

	private static Set<String> shown() throws IOException {
		String dashboard = JsonMapper.shared()
			.readTree(Files.readString(ops().resolve("grafana/dashboards/rayonka.json")))
			.findValuesAsString("expr")
			.toString();
		String alerts = Files.readString(ops().resolve("prometheus/alerts.yml"));
		return METRIC.matcher(dashboard + alerts)
			.results()
			.map((match) -> match.group())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Path ops() {
		return RunningPlatform.root().resolve("ops");
	}

}
