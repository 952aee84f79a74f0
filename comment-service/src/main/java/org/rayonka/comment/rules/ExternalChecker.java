package org.rayonka.comment.rules;

import java.net.URI;
import java.time.Clock;

import org.rayonka.comment.discussion.EditionRules;
import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Rule;
import org.rayonka.comment.thread.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks a service of somebody else's. It never keeps a reader waiting for long: what
 * becomes of a comment without its answer is the edition's choice.
 */
@Component
@Order(1000)
class ExternalChecker implements Rule {

	private static final Logger log = LoggerFactory.getLogger(ExternalChecker.class);

	private static final Verdict HOLD = new Verdict.Hold(new Finding("checker-away", "The checker gave no answer"));

	private final CheckerClient client;

	private final CheckerProperties properties;

	private final CheckerSignature signature;

	private final JsonMapper json;

	private final Clock clock;

	ExternalChecker(CheckerClient client, CheckerProperties properties, CheckerSignature signature, JsonMapper json,
			Clock clock) {
		this.client = client;
		this.properties = properties;
		this.signature = signature;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public Mono<Verdict> judge(Draft draft) {
		EditionRules.Checker wanted = draft.discussion().rules().checker();
		if (!this.properties.present() || wanted == EditionRules.Checker.OFF) {
			return Mono.just(Verdict.PASS);
		}
		return ask(draft).onErrorResume((failure) -> Mono.just(without(wanted, failure)));
	}

	private Mono<Verdict> ask(Draft draft) {
		byte[] question = this.json.writeValueAsBytes(question(draft));
		return this.client
			.check(URI.create(this.properties.url()), this.signature.of(question, this.clock.instant()), question)
			.timeout(this.properties.deadline())
			.map(CheckerClient.Answer::toVerdict)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("No answer")));
	}

	private CheckerClient.Question question(Draft draft) {
		return new CheckerClient.Question(draft.discussion().article(), draft.discussion().edition(),
				this.signature.pseudonym(draft.author().id()), draft.wording().name(), draft.wording().text());
	}

	/** Says of the failure no more than its kind: its message may quote the answer. */
	private static Verdict without(EditionRules.Checker wanted, Throwable failure) {
		log.atWarn().addKeyValue("cause", failure.getClass().getSimpleName()).log("The checker is away");
		return (wanted == EditionRules.Checker.PASS) ? Verdict.PASS : HOLD;
	}

}
