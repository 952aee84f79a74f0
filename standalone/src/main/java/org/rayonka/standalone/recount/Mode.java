package org.rayonka.standalone.recount;

import java.util.Locale;

/**
 * What a recount is for.
 */
public enum Mode {

	/** Compares, and changes nothing. */
	VERIFY,

	/** Writes the numbers of the log, by the verdicts that stand. */
	REBUILD,

	/** Writes the numbers that today's rules make of the log. */
	RECLASSIFY,

	/** Says what RECLASSIFY would change, and changes nothing. */
	DRY_RUN;

	/** As engagement-service reads it. */
	String text() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
