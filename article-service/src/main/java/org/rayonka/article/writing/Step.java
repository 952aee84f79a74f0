package org.rayonka.article.writing;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.article.changes.ChangeKind;

/**
 * Who did what to an article.
 *
 * @param action what was done
 * @param byId the account or API client
 * @param byName how they are called
 * @param note a word on it, null when there is none
 */
record Step(Action action, String byId, String byName, @Nullable String note) {

	/**
	 * What can be done to an article.
	 */
	enum Action {

		CREATED, SAVED, SUBMITTED, RETURNED, SCHEDULED, PUBLISHED, CORRECTED, WITHDRAWN;

		static Action of(ChangeKind kind) {
			return switch (kind) {
				case PUBLISHED -> PUBLISHED;
				case CORRECTED -> CORRECTED;
				case WITHDRAWN -> WITHDRAWN;
			};
		}

	}

	static Step of(Action action, Caller caller) {
		return new Step(action, caller.subject(), caller.name(), null);
	}

	static Step of(Action action, Revisions.Author author) {
		return new Step(action, author.id(), author.name(), null);
	}

	static Step byTheClock(String reason) {
		return new Step(Action.RETURNED, "rayonka", "Rayonka", reason);
	}

	Step with(@Nullable String words) {
		return new Step(this.action, this.byId, this.byName, words);
	}

}
