package org.rayonka.comment.importing;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an import did.
 *
 * @param created how many comments are new
 * @param unchanged how many had been brought along before
 * @param skipped those that are not kept
 */
record ImportOutcome(int created, int unchanged, List<Skipped> skipped) {

	/**
	 * A comment that is not kept.
	 *
	 * @param sourceId what it is called elsewhere
	 * @param reason why
	 */
	record Skipped(String sourceId, Reason reason) {
	}

	/**
	 * Why a comment is not kept.
	 */
	enum Reason {

		/** Nothing of its text is left to show. */
		@JsonProperty("empty")
		EMPTY,

		/** It claims to be from before 1990. */
		@JsonProperty("too-old")
		TOO_OLD,

		/** Another in the same request is called the same. */
		@JsonProperty("repeated")
		REPEATED

	}

}
