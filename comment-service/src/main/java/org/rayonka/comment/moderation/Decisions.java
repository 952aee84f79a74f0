package org.rayonka.comment.moderation;

import java.time.Clock;
import java.util.UUID;

import org.rayonka.access.Caller;
import org.rayonka.comment.Binding;
import org.rayonka.comment.report.Judgements;
import org.rayonka.comment.thread.Comments;
import org.rayonka.comment.thread.Status;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Carries out what moderators decide. Deciding the same again changes nothing.
 */
@Component
public class Decisions {

	private static final String DECIDED = """
			update comment set decided_at = :at, decided_by = :by, reason = :reason where id = :id""";

	private final Actions actions;

	private final Comments comments;

	private final Judgements reports;

	private final DatabaseClient database;

	private final Clock clock;

	Decisions(Actions actions, Comments comments, Judgements reports, DatabaseClient database, Clock clock) {
		this.actions = actions;
		this.comments = comments;
		this.reports = reports;
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Decides. To be called within the transaction that has put the comment on the desk.
	 * @param found the comment, which no other moderator may have claimed
	 * @param decision what it is to be
	 * @param caller who decides
	 * @return the action's id, empty when nothing had to be changed
	 */
	public Mono<UUID> decide(Case found, Decision decision, Caller caller) {
		Case open = found.notDeleted().freeFor(caller);
		if (!decision.override()) {
			open.undecidedFor(caller, decision.status());
		}
		return open.settled(decision.status()) ? Mono.empty()
				: this.actions.record(open, decision.kind(), caller, decision.reason(), null)
					.flatMap((action) -> carryOut(open, decision, caller, action).thenReturn(action));
	}

	private Mono<Void> carryOut(Case found, Decision decision, Caller caller, UUID action) {
		UUID comment = found.comment().id();
		return this.database.sql(DECIDED)
			.bind("at", this.clock.instant())
			.bind("by", caller.subject())
			.bind("reason", Binding.nullable(decision.reason(), String.class))
			.bind("id", comment)
			.then()
			.then(Mono.defer(() -> this.reports.judge(comment, decision.status() == Status.REJECTED, action)))
			.then(Mono.defer(() -> this.comments.become(found.comment(), decision.status())));
	}

}
