package org.rayonka.comment.rules;

import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Verdict;
import org.rayonka.events.Premoderation;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The first comments of an account are looked at, where those of guests are.
 */
@Component
@Order(110)
class Newcomer implements AuthorRule {

	private static final Verdict HOLD = new Verdict.Hold(
			new Finding("newcomer", "Little of this account was published so far"));

	private final Levels levels;

	Newcomer(Levels levels) {
		this.levels = levels;
	}

	@Override
	public Mono<Verdict> judge(Draft draft) {
		return (draft.discussion().premoderation() != Premoderation.GUESTS) ? Mono.just(Verdict.PASS)
				: this.levels.of(draft).map(Newcomer::judge);
	}

	static Verdict judge(Level author) {
		return (author == Level.NEWCOMER) ? HOLD : Verdict.PASS;
	}

}
