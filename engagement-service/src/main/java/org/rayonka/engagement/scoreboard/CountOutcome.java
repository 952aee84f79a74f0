package org.rayonka.engagement.scoreboard;

/**
 * What came of a batch.
 */
public sealed interface CountOutcome {

	/**
	 * It is counted; records already counted before were passed over.
	 *
	 * @param counted readers' views that are shown
	 * @param repeated readers' views within the window of an earlier one
	 * @param crawler views of robots that say so
	 * @param automated views of programs that do not say so
	 * @param prefetch pages fetched ahead
	 */
	record Counted(long counted, long repeated, long crawler, long automated, long prefetch) implements CountOutcome {
	}

	/**
	 * Records before the batch are missing; nothing was changed.
	 *
	 * @param nextOffset where to go on
	 */
	record Gap(long nextOffset) implements CountOutcome {
	}

	/**
	 * All of it had been counted before; nothing was changed.
	 *
	 * @param nextOffset where to go on
	 */
	record Behind(long nextOffset) implements CountOutcome {
	}

	/**
	 * Redis has been emptied.
	 */
	record Lost() implements CountOutcome {
	}

}
