package org.rayonka.article.importing.markup;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * WordPress' shortcodes: words in square brackets for which a plugin would put something
 * else. Those that are not known are taken out and told of; what they enclose stays.
 */
final class Shortcodes {

	private static final Pattern CODE = Pattern
		.compile("\\[(\\[?)(/?)([a-zA-Z][a-zA-Z0-9_-]{1,40})((?:[\\s=][^\\[\\]]*)?)/?](]?)");

	private static final int DEEPEST = 4;

	private final Findings findings;

	private final Manuscript.Attachments attachments;

	Shortcodes(Findings findings, Manuscript.Attachments attachments) {
		this.findings = findings;
		this.attachments = attachments;
	}

	String replaced(String text) {
		return replaced(text, 0);
	}

	private String replaced(String text, int depth) {
		StringBuilder out = new StringBuilder(text.length());
		Set<String> unclosed = new HashSet<>();
		Matcher matcher = CODE.matcher(text);
		int at = 0;
		while (matcher.find(at)) {
			out.append(text, at, matcher.start());
			at = matcher.end();
			if (!matcher.group(1).isEmpty() && !matcher.group(5).isEmpty()) {
				out.append(matcher.group(), 1, matcher.group().length() - 1);
				continue;
			}
			out.append(matcher.group(1));
			Shortcode code = new Shortcode(matcher.group(3).toLowerCase(Locale.ROOT), matcher.group(4));
			int end = matcher.group(2).isEmpty() ? closing(text, code, at, unclosed) : -1;
			String inner = (end >= 0 && depth < DEEPEST) ? text.substring(at, end) : "";
			out.append(html(code, matcher.group(2), inner, depth));
			if (end >= 0) {
				at = end + code.name().length() + 3;
			}
			out.append(matcher.group(5));
		}
		return out.append(text, at, text.length()).toString();
	}

	/** Looks for an end once for each name that has none. */
	private static int closing(String text, Shortcode code, int from, Set<String> unclosed) {
		if (!code.encloses() || unclosed.contains(code.name())) {
			return -1;
		}
		int end = text.indexOf("[/" + code.name() + "]", from);
		if (end < 0) {
			unclosed.add(code.name());
		}
		return end;
	}

	private String html(Shortcode code, String slash, String inner, int depth) {
		return switch (code.name()) {
			case "caption", "wp_caption" -> Captions.figure(code, replaced(inner, depth + 1));
			case "gallery" -> gallery(code);
			case "embed", "youtube", "video", "rutube", "vk", "vkvideo" -> line(code.address(inner));
			case "audio" -> line(code.address(inner));
			default -> unknown(code, slash);
		};
	}

	private String gallery(Shortcode code) {
		StringBuilder figures = new StringBuilder("\n\n");
		String numbers = code.attribute("ids") + "," + code.attribute("include");
		Stream.of(numbers.split(","))
			.map(String::strip)
			.map(this.attachments::address)
			.filter((address) -> !address.isEmpty())
			.forEach((address) -> figures.append(Captions.figure(address, "")));
		if (figures.length() == 2) {
			this.findings.strange("[gallery] of files that the export does not hold");
		}
		return figures.append("\n\n").toString();
	}

	private static String line(String address) {
		return address.isEmpty() ? "" : "\n\n" + address + "\n\n";
	}

	private String unknown(Shortcode code, String slash) {
		if (slash.isEmpty()) {
			this.findings.strange("[" + code.name() + "]");
		}
		return "";
	}

}
