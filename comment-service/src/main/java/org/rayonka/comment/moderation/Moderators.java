package org.rayonka.comment.moderation;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;

/**
 * Lets in who may judge comments.
 */
public final class Moderators {

	private Moderators() {
	}

	/**
	 * Insists that the caller moderates at least one edition.
	 * @param caller who sent the request
	 */
	public static void requireAny(Caller caller) {
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

	/**
	 * The editions that a list is about.
	 * @param caller who sent the request; insists that it moderates them
	 * @param edition the one that is asked for, or null for all that the caller moderates
	 * @return their slugs, {@code *} for all
	 */
	public static Collection<String> editions(Caller caller, @Nullable String edition) {
		if (edition == null) {
			requireAny(caller);
			return caller.editions();
		}
		require(caller, edition);
		return List.of(edition);
	}

}
