package org.rayonka.comment.moderation;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;

/**
 * A moderator is looking at a comment.
 *
 * @param id the comment's id
 * @param claimedBy the moderator's account
 * @param claimedName how the moderator is called
 * @param claimedUntil when it ends by itself
 */
record Claim(UUID id, String claimedBy, String claimedName, Instant claimedUntil) {

	/** The claim of a joined row, null when there is none or it has ended. */
	static @Nullable Claim of(Readable row, Instant now) {
		Instant until = row.get("claimed_until", Instant.class);
		return (until == null || !until.isAfter(now)) ? null : new Claim(row.get("id", UUID.class),
				row.get("claimed_by", String.class), row.get("claimed_name", String.class), until);
	}

	/** Insists that it is the caller's. */
	void heldBy(Caller caller) {
		if (!this.claimedBy.equals(caller.subject())) {
			throw new CommentProblem.Claimed(this.claimedName, this.claimedUntil);
		}
	}

}
