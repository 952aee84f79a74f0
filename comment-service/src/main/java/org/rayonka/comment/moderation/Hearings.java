package org.rayonka.comment.moderation;

import java.util.UUID;

import org.rayonka.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Has one comment decided in one transaction, whatever becomes of the next.
 */
@Component
class Hearings {

	private static final Logger log = LoggerFactory.getLogger(Hearings.class);

	private final Desk desk;

	private final Decisions decisions;

	private final Claims claims;

	private final TransactionalOperator transaction;

	Hearings(Desk desk, Decisions decisions, Claims claims, TransactionalOperator transaction) {
		this.desk = desk;
		this.decisions = decisions;
		this.claims = claims;
		this.transaction = transaction;
	}

	/**
	 * Decides, and ends the caller's claim: the action's id, empty when nothing changed.
	 */
	Mono<UUID> decide(UUID comment, Decision decision, Caller caller) {
		return this.desk.open(comment, caller)
			.flatMap((found) -> this.claims.end(comment).thenReturn(found))
			.flatMap((found) -> this.decisions.decide(found, decision, caller))
			.as(this.transaction::transactional)
			.doOnNext((action) -> log.atInfo()
				.addKeyValue("comment", comment)
				.addKeyValue("status", decision.status().text())
				.addKeyValue("action", action)
				.log("A moderator decided"));
	}

}
