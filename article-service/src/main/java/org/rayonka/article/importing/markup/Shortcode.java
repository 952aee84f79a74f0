package org.rayonka.article.importing.markup;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One shortcode with its attributes.
 *
 * @param name lower case
 * @param attributes as they were written
 */
record Shortcode(String name, String attributes) {

	private static final Set<String> ENCLOSING = Set.of("caption", "wp_caption", "embed", "youtube", "video", "audio",
			"rutube", "vk", "vkvideo");

	private static final Pattern ATTRIBUTE = Pattern
		.compile("([a-zA-Z][\\w-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");

	/** Where a player's file or page is told. */
	private static final Set<String> SOURCES = Set.of("src", "url", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg",
			"wav", "link");

	boolean encloses() {
		return ENCLOSING.contains(this.name);
	}

	String attribute(String wanted) {
		return all().filter((pair) -> pair[0].equalsIgnoreCase(wanted)).map((pair) -> pair[1]).findFirst().orElse("");
	}

	/**
	 * The address of what is to be shown.
	 * @param inner what the shortcode encloses
	 * @return empty when it tells none
	 */
	String address(String inner) {
		String bare = this.attributes.strip().replaceFirst("^=", "").strip();
		return Stream
			.concat(Stream.of(inner.strip(), bare),
					all().filter((pair) -> SOURCES.contains(pair[0])).map((pair) -> pair[1]))
			.filter((text) -> text.matches("https?://[^\\s<>\"]+"))
			.findFirst()
			.orElseGet(this::byNumber);
	}

	private String byNumber() {
		String id = attribute("id");
		return (this.name.equals("youtube") && id.matches("[\\w-]{6,20}")) ? "https://www.youtube.com/watch?v=" + id
				: "";
	}

	private Stream<String[]> all() {
		String straight = this.attributes.replaceAll("[“”„″»«]|&#8221;|&#8243;|&quot;", "\"");
		Matcher matcher = ATTRIBUTE.matcher(straight);
		return matcher.results()
			.map((found) -> new String[] { found.group(1),
					Stream.of(found.group(2), found.group(3), found.group(4))
						.filter((group) -> group != null)
						.findFirst()
						.orElse("") });
	}

}
