package org.rayonka.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * The modules as they lie beside this one, and the package that each owns.
 */
final class Modules {

	static final Map<String, String> PACKAGES = Map.ofEntries(Map.entry("events", "events"),
			Map.entry("cache-tags", "tags"), Map.entry("outbox", "outbox"), Map.entry("http-problems", "problems"),
			Map.entry("access-tokens", "access"), Map.entry("local-infrastructure", "infrastructure"),
			Map.entry("article-service", "article"), Map.entry("engagement-service", "engagement"),
			Map.entry("comment-service", "comment"), Map.entry("identity-service", "identity"),
			Map.entry("gateway", "gateway"), Map.entry("web", "web"), Map.entry("demo", "demo"),
			Map.entry("standalone", "standalone"));

	static final List<String> SERVICES = List.of("article-service", "engagement-service", "comment-service",
			"identity-service", "gateway", "web");

	/** Production classes of every module. */
	static final JavaClasses ALL = new ClassFileImporter()
		.importPaths(PACKAGES.keySet().stream().map(Modules::classesOf).toList());

	private Modules() {
	}

	static String packageOf(String module) {
		return "org.rayonka." + PACKAGES.get(module) + "..";
	}

	static String[] packagesOf(List<String> modules) {
		return modules.stream().map(Modules::packageOf).toArray(String[]::new);
	}

	static Path root() {
		return Path.of("..").toAbsolutePath().normalize();
	}

	private static Path classesOf(String module) {
		Path classes = root().resolve(module).resolve("target/classes");
		if (!Files.isDirectory(classes)) {
			throw new IllegalStateException("Module %s is not compiled: run mvn verify from the top".formatted(module));
		}
		return classes;
	}

}
