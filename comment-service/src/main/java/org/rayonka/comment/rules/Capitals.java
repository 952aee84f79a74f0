package org.rayonka.comment.rules;

import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Rule;
import org.rayonka.comment.thread.Verdict;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who shouts is looked at, unless trusted.
 */
@Component
@Order(210)
class Capitals implements Rule {

	private static final Verdict HOLD = new Verdict.Hold(new Finding("capitals", "Mostly capital letters"));

	private final Levels levels;

	private final RuleProperties.Capitals properties;

	Capitals(Levels levels, RuleProperties properties) {
		this.levels = levels;
		this.properties = properties.capitals();
	}

	@Override
	public Mono<Verdict> judge(Draft draft) {
		return !shouts(draft.wording().text(), this.properties) ? Mono.just(Verdict.PASS)
				: this.levels.of(draft).map(Capitals::judge);
	}

	static Verdict judge(Level author) {
		return (author == Level.TRUSTED) ? Verdict.PASS : HOLD;
	}

	static boolean shouts(String text, RuleProperties.Capitals properties) {
		long letters = text.codePoints().filter(Character::isLetter).count();
		long capitals = text.codePoints().filter(Character::isUpperCase).count();
		return letters >= properties.letters() && capitals > properties.share() * letters;
	}

}
