package org.rayonka.engagement.beacon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * User agents that are not a person's, kept as data: each line of {@code beacon/*.txt} is
 * a piece of a user agent in lower case.
 */
@Component
class AgentLists {

	private final Predicate<String> crawlers = read("crawlers");

	private final Predicate<String> programs = read("programs");

	boolean isCrawler(String userAgent) {
		return this.crawlers.test(userAgent);
	}

	boolean isProgram(String userAgent) {
		return this.programs.test(userAgent);
	}

	private static Predicate<String> read(String name) {
		try {
			String text = new ClassPathResource("beacon/" + name + ".txt").getContentAsString(StandardCharsets.UTF_8);
			return Pattern
				.compile(text.lines()
					.map(String::strip)
					.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
					.map(Pattern::quote)
					.collect(Collectors.joining("|")))
				.asPredicate();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
