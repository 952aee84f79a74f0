package org.rayonka.comment.thread;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * All rules of moderation, in their order. What the newsroom itself says passes them by.
 */
@Component
public class Rules {

	private final List<Rule> rules;

	private final VerdictCounter counter;

	Rules(List<Rule> rules, VerdictCounter counter) {
		this.rules = rules;
		this.counter = counter;
	}

	/**
	 * Asks one rule after the other; the first that refuses ends it.
	 * @param draft what is about to be kept
	 * @return what they make of it, never empty; an error refuses it
	 */
	public Mono<Judgement> judge(Draft draft) {
		if (draft.staff()) {
			return Mono.just(Judgement.of(List.of()));
		}
		return Flux.fromIterable(this.rules)
			.concatMap((rule) -> rule.judge(draft).doOnError((failure) -> this.counter.refused(rule, failure)))
			.collectList()
			.doOnNext(this.counter::judged)
			.map(Judgement::of);
	}

}
