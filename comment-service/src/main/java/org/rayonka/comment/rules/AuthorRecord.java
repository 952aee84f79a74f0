package org.rayonka.comment.rules;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an author has said so far, and what became of it.
 *
 * @param published published comments, counted no further than anybody asks
 * @param rejected of the author's latest comments that are published or rejected, the
 * latest first: whether it was rejected
 * @param minuteFullSince since when the author has posted as much as a minute grants,
 * null while there is some left
 * @param hourFullSince the same of an hour
 */
record AuthorRecord(int published, List<Boolean> rejected, @Nullable Instant minuteFullSince,
		@Nullable Instant hourFullSince) {

	/** How many of the latest were rejected. */
	long rejectedOf(int latest) {
		return this.rejected.stream().limit(latest).filter(Boolean::booleanValue).count();
	}

	/** Whether more than a share of the latest was rejected. */
	boolean rejectedBeyond(double share, int latest) {
		return rejectedOf(latest) > share * Math.min(latest, this.rejected.size());
	}

}
