package org.rayonka.comment.discussion;

import java.util.UUID;

import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;
import org.rayonka.events.Premoderation;

/**
 * What is known of an article, and how much is said about it.
 *
 * @param article the article's id
 * @param edition slug of the edition, whose moderators judge
 * @param open whether the newsroom takes comments
 * @param withdrawn whether the article was taken back
 * @param comments how many comments everybody may read
 * @param premoderation whose comments a moderator sees before everybody does
 */
public record Discussion(UUID article, String edition, boolean open, boolean withdrawn, long comments,
		Premoderation premoderation) {

	/**
	 * Insists that the article can still be read.
	 * @return this discussion
	 */
	public Discussion readable() {
		if (this.withdrawn) {
			throw new CommentProblem.Withdrawn(this.article);
		}
		return this;
	}

	/**
	 * Insists that comments are taken.
	 * @return this discussion
	 */
	public Discussion writable() {
		if (!readable().open) {
			throw new CommentProblem.Closed();
		}
		return this;
	}

	/**
	 * Whether a comment appears at once.
	 * @param signedIn whether its writer has an account
	 * @return false when a moderator sees it first
	 */
	public boolean appearsAtOnce(boolean signedIn) {
		return switch (this.premoderation) {
			case NOBODY -> true;
			case GUESTS -> signedIn;
			case EVERYBODY -> false;
		};
	}

	/**
	 * Insists that the caller judges this edition's comments.
	 * @param caller who sent the request
	 * @return this discussion
	 */
	public Discussion moderatedBy(Caller caller) {
		if (!caller.mayModerate(this.edition)) {
			throw new AccessProblem.Forbidden("You do not moderate the edition '%s'".formatted(this.edition));
		}
		return this;
	}

}
