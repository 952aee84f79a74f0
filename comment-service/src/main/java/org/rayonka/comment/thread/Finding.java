package org.rayonka.comment.thread;

import java.util.List;
import java.util.stream.Stream;

import io.r2dbc.spi.Readable;

/**
 * Why a rule has somebody look at a comment.
 *
 * @param rule the rule's name, a word of lower-case letters and hyphens
 * @param reason for moderators, one sentence; authors are told the rule alone
 */
public record Finding(String rule, String reason) {

	/**
	 * Reads the form in which it is kept.
	 * @param text what {@link #text()} gave
	 * @return the finding
	 */
	public static Finding of(String text) {
		int blank = text.indexOf(' ');
		return (blank < 0) ? new Finding(text, "") : new Finding(text.substring(0, blank), text.substring(blank + 1));
	}

	/**
	 * Reads all of a comment.
	 * @param row with the column {@code findings}
	 * @return the findings, in the order of the rules
	 */
	public static List<Finding> all(Readable row) {
		return Stream.of(row.get("findings", String[].class)).map(Finding::of).toList();
	}

	/**
	 * The form in which it is kept.
	 * @return name, blank, reason
	 */
	public String text() {
		return this.rule + " " + this.reason;
	}

}
