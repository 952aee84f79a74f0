package org.rayonka.engagement.recount;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a recount is for.
 */
enum Mode {

	/** Compares, and changes nothing. */
	VERIFY,

	/** Writes the numbers of the log, by the verdicts that stand. */
	REBUILD,

	/** Writes the numbers that today's rules make of the log. */
	RECLASSIFY,

	/** Says what RECLASSIFY would change, and changes nothing. */
	DRY_RUN;

	static Optional<Mode> of(String text) {
		return Arrays.stream(values()).filter((mode) -> mode.toString().equals(text)).findFirst();
	}

	boolean writes() {
		return this == REBUILD || this == RECLASSIFY;
	}

	boolean judgesAgain() {
		return this == RECLASSIFY || this == DRY_RUN;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
