package org.rayonka.comment.rules;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.discussion.EditionRules;
import org.rayonka.problems.IfMatch;

/**
 * All that an edition has settled for its discussions.
 *
 * @param edition the edition's slug
 * @param rules by which its discussions go
 * @param restrictedWords what it does not want to read
 * @param revision grows with every change, 0 while nothing is settled
 * @param changed when and by whom it was last changed, null while nothing is settled
 */
record Settings(String edition, EditionRules rules, List<String> restrictedWords, long revision,
		@Nullable Change changed) {

	/** The entity tag of this state. */
	String tag() {
		return IfMatch.tag(this.revision);
	}

	Settings with(EditionRules rules, List<String> restrictedWords, Change change) {
		return new Settings(this.edition, rules, restrictedWords, this.revision + 1, change);
	}

	/**
	 * When and by whom settings were changed.
	 *
	 * @param at when
	 * @param by id of the account or client
	 */
	record Change(Instant at, String by) {

	}

}
