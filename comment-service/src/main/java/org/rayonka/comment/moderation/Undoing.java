package org.rayonka.comment.moderation;

import java.util.UUID;

import org.rayonka.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Undoes one action in one transaction: of a comment, or a ban. Undoing it twice changes
 * nothing.
 */
@Component
class Undoing {

	private static final Logger log = LoggerFactory.getLogger(Undoing.class);

	private final Actions actions;

	private final Desk desk;

	private final Undo undo;

	private final TransactionalOperator transaction;

	Undoing(Actions actions, Desk desk, Undo undo, TransactionalOperator transaction) {
		this.actions = actions;
		this.desk = desk;
		this.undo = undo;
		this.transaction = transaction;
	}

	/** The action as it is then. */
	Mono<Action> undo(UUID id, Caller caller) {
		return this.actions.get(id)
			.flatMap((action) -> undo(action, caller))
			.then(Mono.defer(() -> this.actions.get(id)))
			.as(this.transaction::transactional)
			.doOnSuccess((_) -> log.atInfo().addKeyValue("action", id).log("A moderator's action is undone"));
	}

	private Mono<Void> undo(Action action, Caller caller) {
		UUID comment = action.comment();
		if (comment == null) {
			Moderators.require(caller, action.edition());
			return (action.undoneAt() != null) ? Mono.empty() : this.actions.undone(action.id(), caller);
		}
		return this.desk.lock(comment, caller)
			// again, since somebody else may have undone it before the lock
			.flatMap((found) -> this.actions.get(action.id())
				.flatMap((current) -> this.undo.undo(found, current, caller)));
	}

}
