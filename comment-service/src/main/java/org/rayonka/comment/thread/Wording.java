package org.rayonka.comment.thread;

import org.rayonka.comment.CommentProblem;

/**
 * What a comment says and under which name, cleaned and within its bounds.
 *
 * @param name how the author is called
 * @param text plain text
 */
public record Wording(String name, String text) {

	private static final int LONGEST_NAME = 60;

	/** How many characters a comment may have. */
	public static final int LONGEST_TEXT = 5000;

	/**
	 * Cleans what was typed.
	 * @param name how the author is called
	 * @param text what the comment says
	 * @param nameless the name when there is none
	 * @return the wording; {@link CommentProblem.InvalidValue} when something is empty or
	 * too long
	 */
	public static Wording of(String name, String text, String nameless) {
		String line = PlainText.line("name", name, 0, LONGEST_NAME);
		String body = PlainText.of("text", text, 1, LONGEST_TEXT);
		return new Wording(line.isEmpty() ? nameless : line, body);
	}

	/**
	 * Cleans what was written elsewhere; what is too long is cut, since nobody can be
	 * asked to write it shorter.
	 * @param name how the author is called
	 * @param text what the comment says
	 * @param nameless the name when there is none
	 * @return the wording, its text perhaps empty
	 */
	public static Wording cut(String name, String text, String nameless) {
		String line = shortened(PlainText.line(start(name, LONGEST_NAME)), LONGEST_NAME);
		return new Wording(line.isEmpty() ? nameless : line,
				shortened(PlainText.of(start(text, LONGEST_TEXT)), LONGEST_TEXT));
	}

	/** More than is kept, and yet nothing that takes long to clean. */
	private static String start(String value, int longest) {
		return value.substring(0, Math.min(value.length(), 4 * longest));
	}

	private static String shortened(String value, int longest) {
		if (value.codePointCount(0, value.length()) <= longest) {
			return value;
		}
		return value.substring(0, value.offsetByCodePoints(0, longest - 1)).strip() + '…';
	}

}
