package org.rayonka.comment.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.comment.discussion.EditionRules;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.Verdict;
import org.rayonka.events.Premoderation;
import reactor.test.StepVerifier;

/**
 * Whose comments the edition sees first.
 */
class PremoderatedTests {

	@ParameterizedTest
	@CsvSource({ "NOBODY, false, false", "GUESTS, true, false", "EVERYBODY, true, true" })
	void holdsThoseWhomTheEditionNames(Premoderation whose, boolean guests, boolean readers) {
		assertHeld(Drafting.GUEST, whose, guests);
		assertHeld(Drafting.READER, whose, readers);
	}

	private static void assertHeld(Author author, Premoderation whose, boolean held) {
		new Premoderated().judge(Drafting.draft(author, whose, EditionRules.Checker.OFF))
			.as(StepVerifier::create)
			.expectNextMatches((verdict) -> verdict instanceof Verdict.Hold == held)
			.verifyComplete();
	}

}
