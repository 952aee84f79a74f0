package org.rayonka.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads what lies beside the classes.
 */
final class Resources {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private Resources() {
	}

	static byte[] bytes(String path) {
		try (InputStream stream = Resources.class.getResourceAsStream(path)) {
			return Objects.requireNonNull(stream, () -> "No resource " + path).readAllBytes();
		}
		catch (IOException ex) {
			throw new DemoFailedException("Cannot read " + path, ex);
		}
	}

	static String text(String path) {
		return new String(bytes(path), StandardCharsets.UTF_8);
	}

	static <T> T json(String path, Class<T> type) {
		return JSON.readValue(bytes(path), type);
	}

	static <T> T yaml(String text, Class<T> type) {
		return YAML.readValue(text, type);
	}

}
