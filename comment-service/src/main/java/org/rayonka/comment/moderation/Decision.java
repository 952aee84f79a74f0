package org.rayonka.comment.moderation;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.thread.PlainText;
import org.rayonka.comment.thread.Status;

/**
 * What a moderator decides of a comment.
 *
 * @param status what it is to be
 * @param reason for colleagues, or null
 * @param override whether it holds against what another moderator has decided
 */
public record Decision(Status status, @Nullable String reason, boolean override) {

	/**
	 * Cleans the reason.
	 */
	public Decision {
		reason = PlainText.orNull(reason);
	}

	Action.Kind kind() {
		return (this.status == Status.PUBLISHED) ? Action.Kind.APPROVE : Action.Kind.REJECT;
	}

}
