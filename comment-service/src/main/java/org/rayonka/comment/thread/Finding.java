package org.rayonka.comment.thread;

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
	 * The form in which it is kept.
	 * @return name, blank, reason
	 */
	public String text() {
		return this.rule + " " + this.reason;
	}

}
