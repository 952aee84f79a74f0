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

	private static final int LONGEST_TEXT = 5000;

	/**
	 * Cleans what was typed.
	 * @param name how the author is called
	 * @param text what the comment says
	 * @param nameless the name when there is none
	 * @return the wording; {@link CommentProblem.InvalidValue} when something is empty or
	 * too long
	 */
	public static Wording of(String name, String text, String nameless) {
		String line = bounded("name", PlainText.line(name), LONGEST_NAME);
		String body = bounded("text", PlainText.of(text), LONGEST_TEXT);
		if (body.isEmpty()) {
			throw new CommentProblem.InvalidValue("text", "must not be empty");
		}
		return new Wording(line.isEmpty() ? nameless : line, body);
	}

	private static String bounded(String field, String value, int longest) {
		if (value.codePointCount(0, value.length()) > longest) {
			throw new CommentProblem.InvalidValue(field, "must have at most %d characters".formatted(longest));
		}
		return value;
	}

}
