package org.rayonka.comment.rules;

import java.util.Locale;

import org.rayonka.comment.thread.Draft;

/**
 * How well an author is known.
 */
enum Level {

	/** Not signed in. */
	GUEST,

	/** An account of which little was published so far. */
	NEWCOMER,

	/** An account like any other. */
	MEMBER,

	/** An account of which much was published and hardly anything rejected. */
	TRUSTED;

	static Level of(Draft draft, AuthorRecord author, RuleProperties.Trust trust) {
		if (!draft.author().signedIn()) {
			return GUEST;
		}
		if (author.published() >= trust.comments() && !author.rejectedBeyond(trust.share(), trust.comments())) {
			return TRUSTED;
		}
		return (author.published() < draft.discussion().rules().newcomerComments()) ? NEWCOMER : MEMBER;
	}

	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
