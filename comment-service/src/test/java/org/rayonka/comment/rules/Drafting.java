package org.rayonka.comment.rules;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.rayonka.access.Caller;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.EditionRules;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Wording;
import org.rayonka.events.Premoderation;

/**
 * Drafts for tests of rules.
 */
final class Drafting {

	static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	static final Author GUEST = new Author("a-visitor", Caller.stranger());

	static final Author READER = new Author("a-reader",
			new Caller("a-reader", "Анна Петрова", Set.of("reader"), Set.of(), Set.of("*")));

	private Drafting() {
	}

	static Draft draft(Author author) {
		return draft(author, Premoderation.GUESTS, EditionRules.Checker.HOLD);
	}

	static Draft draft(Author author, Premoderation premoderation, EditionRules.Checker checker) {
		EditionRules rules = new EditionRules(true, true, 0, 3, 2, checker);
		Discussion discussion = new Discussion(UUID.fromString("019a9b5e-7c00-7000-8000-000000000001"), "zarechye",
				new Discussion.State(true, false, NOW), 0, premoderation, rules);
		return new Draft(discussion, author, Comment.Place.FIRST, new Wording("Анна", "Мост открыли"), NOW);
	}

}
