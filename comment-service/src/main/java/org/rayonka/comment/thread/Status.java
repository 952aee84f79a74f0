package org.rayonka.comment.thread;

import java.util.Locale;

/**
 * Whether everybody may read a comment.
 */
public enum Status {

	/** Everybody may. */
	PUBLISHED,

	/** Not before a moderator has judged. */
	PENDING,

	/** A rule takes it for bad; a moderator has the last word. */
	WITHHELD,

	/** A moderator has judged against it. */
	REJECTED,

	/** Its author took it back. */
	DELETED;

	/**
	 * Its form in JSON and in the database.
	 * @return the name in lower case
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads that form.
	 * @param text what {@link #text()} gave
	 * @return the status
	 */
	public static Status of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

}
