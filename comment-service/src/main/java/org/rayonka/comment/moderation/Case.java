package org.rayonka.comment.moderation;

import java.time.Instant;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Comments;
import org.rayonka.comment.thread.Status;

/**
 * A comment on a moderator's desk; nobody else changes it until the transaction ends.
 *
 * @param discussion where it stands
 * @param comment as it is
 * @param decided who has decided before, or null
 * @param reports how many of its reports stand
 * @param claim who is looking at it, or null
 */
public record Case(Discussion discussion, Comment comment, @Nullable Decided decided, int reports,
		@Nullable Claim claim) {

	static Case of(Discussion discussion, Readable row, Instant now) {
		return new Case(discussion, Comments.comment(row), Decided.of(row), row.get("reports", Integer.class),
				Claim.of(row, now));
	}

	/** Insists that no other moderator is looking at it. */
	Case freeFor(Caller caller) {
		if (this.claim != null) {
			this.claim.heldBy(caller);
		}
		return this;
	}

	/** Insists that its author has not taken it back. */
	Case notDeleted() {
		if (this.comment.status() == Status.DELETED) {
			throw new CommentProblem.TakenBack();
		}
		return this;
	}

	/** Insists that no other moderator has decided otherwise. */
	Case undecidedFor(Caller caller, Status wanted) {
		Status status = this.comment.status();
		boolean stands = status == Status.PUBLISHED || status == Status.REJECTED;
		if (this.decided != null && stands && status != wanted && !this.decided.by.equals(caller.subject())) {
			throw new CommentProblem.AlreadyDecided(status.text(), this.decided.name, this.decided.at);
		}
		return this;
	}

	/** Whether there is nothing left to decide. */
	boolean settled(Status wanted) {
		return this.decided != null && this.comment.status() == wanted && this.reports == 0;
	}

	/**
	 * Who has decided before.
	 *
	 * @param by the moderator's account
	 * @param name how the moderator is called, as far as it is known
	 * @param at when
	 */
	record Decided(String by, String name, Instant at) {

		static @Nullable Decided of(Readable row) {
			String by = row.get("decided_by", String.class);
			String name = row.get("decided_name", String.class);
			return (by == null) ? null
					: new Decided(by, (name != null) ? name : by, row.get("decided_at", Instant.class));
		}

	}

}
