package org.rayonka.comment.moderation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.thread.Comments;
import org.rayonka.comment.thread.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What moderators change of a comment that stays. The same again changes nothing.
 */
@Component
class Amendments {

	private static final Logger log = LoggerFactory.getLogger(Amendments.class);

	private final Desk desk;

	private final Actions actions;

	private final Comments comments;

	private final TransactionalOperator transaction;

	Amendments(Desk desk, Actions actions, Comments comments, TransactionalOperator transaction) {
		this.desk = desk;
		this.actions = actions;
		this.comments = comments;
		this.transaction = transaction;
	}

	/** Gives a comment other words: the action's id, empty when nothing changed. */
	Mono<UUID> edit(UUID comment, String text, @Nullable String reason, Caller caller) {
		return this.desk.open(comment, caller)
			.flatMap((found) -> edit(found, text, reason, caller))
			.as(this.transaction::transactional)
			.doOnNext((action) -> logged(comment, Action.Kind.EDIT, action));
	}

	/** Has the newsroom recommend a comment, or no longer: empty when nothing changed. */
	Mono<UUID> pick(UUID comment, boolean pick, Caller caller) {
		Action.Kind kind = pick ? Action.Kind.PICK : Action.Kind.UNPICK;
		return this.desk.open(comment, caller)
			.filter((found) -> found.comment().marks().pick() != pick)
			.flatMap((found) -> this.actions.record(found, kind, caller, null, null)
				.flatMap((action) -> this.comments.pick(found.comment(), pick).thenReturn(action)))
			.as(this.transaction::transactional)
			.doOnNext((action) -> logged(comment, kind, action));
	}

	private Mono<UUID> edit(Case found, String text, @Nullable String reason, Caller caller) {
		Wording old = found.comment().wording();
		Wording wording = new Wording(old.name(), Wording.of(old.name(), text, old.name()).text());
		return wording.equals(old) ? Mono.empty()
				: this.actions.record(found, Action.Kind.EDIT, caller, reason, wording.text())
					.flatMap((action) -> this.comments.reword(found.comment(), wording, null).thenReturn(action));
	}

	private static void logged(UUID comment, Action.Kind kind, UUID action) {
		log.atInfo()
			.addKeyValue("comment", comment)
			.addKeyValue("kind", kind.text())
			.addKeyValue("action", action)
			.log("A moderator changed a comment");
	}

}
