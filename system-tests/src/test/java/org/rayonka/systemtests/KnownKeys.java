package org.rayonka.systemtests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The configuration keys that a service knows, read from the metadata in its jar and in
 * the jars inside, and from its own application.yaml.
 */
final class KnownKeys {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private final Set<String> names;

	private KnownKeys(Set<String> names) {
		this.names = names;
	}

	static KnownKeys of(String module) {
		Set<String> names = new HashSet<>();
		try (ZipFile jar = new ZipFile(jar(module).toFile())) {
			for (ZipEntry entry : Collections.list(jar.entries())) {
				if (entry.getName().endsWith(METADATA)) {
					names.addAll(namesIn(jar.getInputStream(entry)));
				}
				else if (entry.getName().endsWith("classes/application.yaml")) {
					Map<String, Object> yaml = new Yaml().load(jar.getInputStream(entry));
					names.addAll(namesIn("", yaml));
				}
				else if (entry.getName().endsWith(".jar")) {
					names.addAll(namesInside(jar.getInputStream(entry).readAllBytes()));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new KnownKeys(names);
	}

	/** Whether the environment variable sets a key that the service reads. */
	boolean contains(String variable) {
		return this.names.contains(variable) || this.names.contains(variable.replaceFirst("_\\d+_.*$", ""));
	}

	private static Path jar(String module) throws IOException {
		try (DirectoryStream<Path> jars = Files
			.newDirectoryStream(RunningPlatform.root().resolve(module).resolve("target"), module + "-*.jar")) {
			return jars.iterator().next();
		}
	}

	private static Set<String> namesInside(byte[] jar) throws IOException {
		try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				if (entry.getName().equals(METADATA)) {
					return namesIn(new ByteArrayInputStream(entries.readAllBytes()));
				}
			}
			return Set.of();
		}
	}

	private static Set<String> namesIn(InputStream metadata) {
		Set<String> names = new HashSet<>();
		for (JsonNode property : JsonMapper.shared().readTree(metadata).get("properties")) {
			names.addAll(variablesOf(property.get("name").asString()));
		}
		return names;
	}

	private static Set<String> namesIn(String prefix, Object value) {
		if (!(value instanceof Map<?, ?> all)) {
			return variablesOf(prefix);
		}
		Set<String> names = new HashSet<>();
		all.forEach((key, below) -> names.addAll(namesIn(prefix.isEmpty() ? "" + key : prefix + "." + key, below)));
		return names;
	}

	/** Spring Boot takes a dash as nothing or as an underscore. */
	private static Set<String> variablesOf(String key) {
		String variable = key.replace('.', '_').toUpperCase(Locale.ROOT);
		return new HashSet<>(List.of(variable.replace("-", ""), variable.replace('-', '_')));
	}

}
