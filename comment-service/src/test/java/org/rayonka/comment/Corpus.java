package org.rayonka.comment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/**
 * What hostile people send in, a line each in files.
 */
final class Corpus {

	private static final JsonMapper JSON = new JsonMapper();

	private Corpus() {
	}

	/** The lines of a file that are no remarks. */
	static List<String> lines(String file) {
		try {
			return new ClassPathResource("corpus/" + file).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.startsWith("# ") && !line.isEmpty())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The lines of a file in two halves, what stands around them taken off. */
	static Stream<Pair> pairs(String file) {
		return lines(file).stream().map((line) -> {
			int bar = line.lastIndexOf('|');
			return new Pair(line.substring(0, bar).stripTrailing(), line.substring(bar + 1).strip());
		});
	}

	/** What an escaped line says. */
	static String unescaped(String line) {
		return JSON.readValue("\"" + line + "\"", String.class);
	}

	/**
	 * Two halves of a line.
	 *
	 * @param sent what is sent
	 * @param meant what comes of it
	 */
	record Pair(String sent, String meant) {
	}

}
