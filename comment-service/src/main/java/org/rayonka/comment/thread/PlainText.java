package org.rayonka.comment.thread;

import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.CommentProblem;

/**
 * Makes of what somebody typed the plain text that is stored: an ordered list of small
 * rules, of which none takes away what a reader would miss.
 */
public final class PlainText {

	private static final List<UnaryOperator<String>> RULES = List.of(
			// half a character, which no database takes
			replace("\\p{Cs}", "\uFFFD"), replace("\\r\\n?|\\u2028|\\u2029|\\u0085", "\n"),
			// what is not to be seen: controls, marks that turn the direction of what
			// follows,
			// blanks without width, letters without a face
			replace("[\\p{Cc}&&[^\\n\\t]]|[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]", ""),
			replace("[\\u00AD\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFFA0\\uFFF9-\\uFFFB]", ""),
			replace("[\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]", ""),
			(text) -> Normalizer.normalize(text, Normalizer.Form.NFC),
			// towers of accents that cover the lines above, also with joiners between
			replace("((?:\\p{M}[\\u200C\\u200D]*+){4})[\\p{M}\\u200C\\u200D]+", "$1"),
			// each run of blanks is looked at once, however long it is
			replace("(?<![ \\t])[ \\t]++\\n", "\n"), replace("\\n{3,}", "\n\n"), String::strip);

	/** Something that leaves a trace on paper. */
	private static final Pattern SEEN = Pattern.compile("[^\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{M}\\u2800]");

	/**
	 * Unseen characters between those that count; with more it is not even looked at.
	 */
	private static final int SPARE = 4;

	private PlainText() {
	}

	/**
	 * Cleans a text.
	 * @param typed anything
	 * @return plain text, empty when there is nothing to be seen
	 */
	public static String of(String typed) {
		String text = typed;
		for (UnaryOperator<String> rule : RULES) {
			text = rule.apply(text);
		}
		return SEEN.matcher(text).find() ? text : "";
	}

	/**
	 * Cleans a text that has to be on one line.
	 * @param typed anything
	 * @return plain text without line breaks, empty when there is nothing to be seen
	 */
	public static String line(String typed) {
		return of(typed).replaceAll("\\s+", " ");
	}

	/**
	 * Cleans a text whose author can be asked to write it otherwise.
	 * @param field how the author knows it
	 * @param typed anything
	 * @param shortest how many characters it has to have
	 * @param longest how many it may have
	 * @return plain text; {@link CommentProblem.InvalidValue} when it is too short or too
	 * long
	 */
	public static String of(String field, String typed, int shortest, int longest) {
		return bounded(field, typed, shortest, longest, PlainText::of);
	}

	/**
	 * The same for a text that has to be on one line.
	 * @param field how the author knows it
	 * @param typed anything
	 * @param shortest how many characters it has to have
	 * @param longest how many it may have
	 * @return plain text without line breaks; {@link CommentProblem.InvalidValue} when it
	 * is too short or too long
	 */
	public static String line(String field, String typed, int shortest, int longest) {
		return bounded(field, typed, shortest, longest, PlainText::line);
	}

	/**
	 * Cleans what may be missing.
	 * @param typed anything, or null
	 * @return plain text, null when there is nothing to be seen
	 */
	public static @Nullable String orNull(@Nullable String typed) {
		String text = (typed != null) ? of(typed) : "";
		return text.isEmpty() ? null : text;
	}

	private static String bounded(String field, String typed, int shortest, int longest, UnaryOperator<String> clean) {
		String text = (typed.length() > SPARE * longest) ? typed : clean.apply(typed);
		int length = text.codePointCount(0, text.length());
		if (length < shortest || length > longest) {
			throw new CommentProblem.InvalidValue(field,
					(shortest == 0) ? "must have at most %d characters".formatted(longest)
							: "must have %d to %d characters".formatted(shortest, longest));
		}
		return text;
	}

	private static UnaryOperator<String> replace(String pattern, String with) {
		Pattern compiled = Pattern.compile(pattern);
		return (text) -> compiled.matcher(text).replaceAll(with);
	}

}
