package org.rayonka.article.importing.markup;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Entities;

/**
 * Paragraphs that are told by empty lines alone, as WordPress' {@code wpautop} reads
 * them.
 */
final class Paragraphs {

	private static final String NAMES = "address|article|aside|blockquote|center|dd|div|dl|dt|figcaption|figure|footer"
			+ "|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul";

	private static final Pattern BLOCK = Pattern.compile("(?i)</?(?:" + NAMES + ")(?=[\\s/>])[^>]*>");

	private static final Pattern BEGINS_WITH_BLOCK = Pattern.compile("(?i)^</?(?:" + NAMES + ")(?=[\\s/>])");

	private static final Pattern ADDRESS = Pattern.compile("(?m)^[ \\t]*(https?://[^\\s<>\"]+)[ \\t]*$");

	private static final Pattern EMPTY_LINES = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)+");

	private Paragraphs() {
	}

	static String ofPlain(String text) {
		return parts(ADDRESS.matcher(text.replace("\r\n", "\n")).replaceAll("\n\n$1\n\n"))
			.map((part) -> "<p>" + Entities.escape(part).replace("\n", "<br>") + "</p>")
			.collect(Collectors.joining());
	}

	static String ofLines(String html) {
		String apart = BLOCK.matcher(ADDRESS.matcher(html).replaceAll("\n\n$1\n\n")).replaceAll("\n\n$0\n\n");
		return parts(apart).map(Paragraphs::paragraph).collect(Collectors.joining("\n"));
	}

	private static String paragraph(String part) {
		return BEGINS_WITH_BLOCK.matcher(part).find() ? part : "<p>" + part.replace("\n", "<br>") + "</p>";
	}

	private static Stream<String> parts(String text) {
		return EMPTY_LINES.splitAsStream(text).map(String::strip).filter((part) -> !part.isEmpty());
	}

}
