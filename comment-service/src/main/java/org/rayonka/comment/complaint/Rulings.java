package org.rayonka.comment.complaint;

import java.util.Optional;
import java.util.UUID;

import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.moderation.Case;
import org.rayonka.comment.moderation.Decision;
import org.rayonka.comment.moderation.Decisions;
import org.rayonka.comment.moderation.Desk;
import org.rayonka.comment.thread.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Decides complaints, once each. The law goes before what another moderator has decided
 * of the comment.
 */
@Component
class Rulings {

	private static final Logger log = LoggerFactory.getLogger(Rulings.class);

	private final Complaints complaints;

	private final Desk desk;

	private final Decisions decisions;

	private final TransactionalOperator transaction;

	Rulings(Complaints complaints, Desk desk, Decisions decisions, TransactionalOperator transaction) {
		this.complaints = complaints;
		this.desk = desk;
		this.decisions = decisions;
		this.transaction = transaction;
	}

	/** The complaint as it is then. Deciding the same again changes nothing. */
	Mono<Complaint> decide(UUID id, Ruling ruling, Caller caller) {
		return this.complaints.get(id)
			.flatMap((complaint) -> this.desk.lock(complaint.comment(), caller))
			.flatMap(
					(found) -> this.complaints.get(id).flatMap((complaint) -> decide(complaint, found, ruling, caller)))
			.then(Mono.defer(() -> this.complaints.get(id)))
			.as(this.transaction::transactional)
			.doOnNext((complaint) -> log.atInfo()
				.addKeyValue("complaint", id)
				.addKeyValue("decision", ruling.decision().text())
				.log("A complaint is decided"));
	}

	private Mono<Void> decide(Complaint complaint, Case found, Ruling ruling, Caller caller) {
		if (complaint.decision() == ruling.decision()) {
			return Mono.empty();
		}
		if (complaint.decision() != null && complaint.decidedAt() != null) {
			return Mono.error(new CommentProblem.AlreadyDecided(complaint.decision().text(),
					String.valueOf(complaint.decidedName()), complaint.decidedAt()));
		}
		return carryOut(found, ruling, caller).map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((action) -> this.complaints.decided(complaint.id(), ruling, caller, action.orElse(null)));
	}

	/** The action's id, empty when the comment stays as it is. */
	private Mono<UUID> carryOut(Case found, Ruling ruling, Caller caller) {
		boolean gone = found.comment().status() == Status.DELETED || found.comment().status() == Status.REJECTED;
		return (ruling.decision() == Complaint.Decision.KEEP || gone) ? Mono.empty()
				: this.decisions.decide(found, new Decision(Status.REJECTED, ruling.reason(), true), caller);
	}

}
