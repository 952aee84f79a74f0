package org.rayonka.engagement.beacon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.rayonka.events.ViewRecorded.Client;
import org.rayonka.events.ViewRecorded.Verdict;
import org.springframework.core.io.ClassPathResource;

/**
 * What a client is taken for: the first ground that holds decides. Which user agents are
 * not a person's is data: each line of {@code beacon/*.txt} is a piece of one, in lower
 * case. Rules depend on nothing but the client, and can be written down, so that a view
 * is judged again in years as it was judged today, or better.
 */
public final class Rules {

	private static final String CRAWLER = "crawler ";

	private static final String PROGRAM = "program ";

	private static final int REMEMBERED = 10_000;

	private final String text;

	private final Predicate<String> crawlers;

	private final Predicate<String> programs;

	private Rules(String text) {
		this.text = text;
		this.crawlers = anyOf(CRAWLER, text);
		this.programs = anyOf(PROGRAM, text);
	}

	/**
	 * The rules of this release.
	 * @return those by which beacons are judged now
	 */
	public static Rules today() {
		return new Rules(Stream.concat(read("crawlers").map(CRAWLER::concat), read("programs").map(PROGRAM::concat))
			.collect(Collectors.joining("\n")));
	}

	/**
	 * Rules that were written down.
	 * @param text of {@link #text()}
	 * @return the same rules
	 */
	public static Rules of(String text) {
		return new Rules(text);
	}

	/**
	 * Judges.
	 * @param client what a beacon told
	 * @return what it is to be taken for
	 */
	public Verdict judge(Client client) {
		if (client.ahead()) {
			return Verdict.PREFETCH;
		}
		if (this.crawlers.test(client.agent())) {
			return Verdict.CRAWLER;
		}
		boolean automated = client.agent().isBlank() || this.programs.test(client.agent()) || client.rushed();
		return automated ? Verdict.AUTOMATED : Verdict.READER;
	}

	/**
	 * The rules in writing, to be kept beside what they judged.
	 * @return lines
	 */
	public String text() {
		return this.text;
	}

	private static Predicate<String> anyOf(String kind, String text) {
		List<String> pieces = text.lines()
			.filter((line) -> line.startsWith(kind))
			.map((line) -> line.substring(kind.length()))
			.toList();
		return remembering((agent) -> pieces.stream().anyMatch(agent::contains));
	}

	/** Few agents send most beacons, and a recount judges millions of them again. */
	private static Predicate<String> remembering(Predicate<String> test) {
		Cache<String, Boolean> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
		return (agent) -> known.get(agent, test::test);
	}

	private static Stream<String> read(String name) {
		try {
			return new ClassPathResource("beacon/" + name + ".txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.map(String::strip)
				.filter((line) -> !line.isEmpty() && !line.startsWith("#"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
