package org.rayonka.comment.moderation;

import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;

/**
 * Lets in who may judge comments.
 */
final class Moderators {

	private Moderators() {
	}

	/** Insists that the caller moderates at least one edition. */
	static void requireAny(Caller caller) {
		if (caller.editions().stream().noneMatch(caller::mayModerate)) {
			throw new AccessProblem.Forbidden("This is for moderators");
		}
	}

	/** Insists that the caller moderates the edition. */
	static void require(Caller caller, String edition) {
		if (!caller.mayModerate(edition)) {
			throw new AccessProblem.Forbidden("You do not moderate the edition '%s'".formatted(edition));
		}
	}

}
