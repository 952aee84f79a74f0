package org.rayonka.comment.thread;

/**
 * What a rule makes of a comment.
 */
public sealed interface Verdict {

	/** Nothing to say against it. */
	Verdict PASS = new Pass();

	/**
	 * Nothing to say against it.
	 */
	record Pass() implements Verdict {

	}

	/**
	 * A moderator sees it before everybody does.
	 *
	 * @param finding why
	 */
	record Hold(Finding finding) implements Verdict {

	}

	/**
	 * It is taken for bad, and stays hidden unless a moderator says otherwise.
	 *
	 * @param finding why
	 */
	record Withhold(Finding finding) implements Verdict {

	}

}
