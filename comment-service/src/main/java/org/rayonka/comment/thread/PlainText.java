package org.rayonka.comment.thread;

import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Makes of what somebody typed the plain text that is stored: an ordered list of small
 * rules, of which none takes away what a reader would miss.
 */
public final class PlainText {

	private static final List<UnaryOperator<String>> RULES = List.of(
			// half a character, which no database takes
			replace("\\p{Cs}", "\uFFFD"), (text) -> Normalizer.normalize(text, Normalizer.Form.NFC),
			replace("\\r\\n?|\\u2028|\\u2029|\\u0085", "\n"),
			// what is not to be seen: controls, marks that turn the direction of what
			// follows,
			// blanks without width
			replace("[\\p{Cc}&&[^\\n\\t]]|[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]", ""),
			replace("[\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}]", ""),
			// towers of accents that cover the lines above
			replace("(\\p{M}{4})\\p{M}+", "$1"), replace("[ \\t]+\\n", "\n"), replace("\\n{3,}", "\n\n"),
			String::strip);

	private PlainText() {
	}

	/**
	 * Cleans a text.
	 * @param typed anything
	 * @return plain text, perhaps empty
	 */
	public static String of(String typed) {
		String text = typed;
		for (UnaryOperator<String> rule : RULES) {
			text = rule.apply(text);
		}
		return text;
	}

	/**
	 * Cleans a text that has to be on one line.
	 * @param typed anything
	 * @return plain text without line breaks, perhaps empty
	 */
	public static String line(String typed) {
		return of(typed).replaceAll("\\s+", " ");
	}

	private static UnaryOperator<String> replace(String pattern, String with) {
		Pattern compiled = Pattern.compile(pattern);
		return (text) -> compiled.matcher(text).replaceAll(with);
	}

}
