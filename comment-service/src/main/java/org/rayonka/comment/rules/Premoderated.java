package org.rayonka.comment.rules;

import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Verdict;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whose comments the edition wants to see before everybody does.
 */
@Component
@Order(100)
class Premoderated implements AuthorRule {

	private static final Verdict HOLD = new Verdict.Hold(new Finding("premoderated", "The edition looks first"));

	@Override
	public Mono<Verdict> judge(Draft draft) {
		return Mono.just(switch (draft.discussion().premoderation()) {
			case NOBODY -> Verdict.PASS;
			case GUESTS -> draft.author().signedIn() ? Verdict.PASS : HOLD;
			case EVERYBODY -> HOLD;
		});
	}

}
