package org.rayonka.comment.moderation;

import java.util.UUID;

import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.report.Judgements;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Comments;
import org.rayonka.comment.thread.Status;
import org.rayonka.comment.thread.Wording;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Brings a comment back to what it was before an action, as if that had not been. What
 * its author or a rule has done since is not lost by it: then nothing is undone.
 */
@Component
class Undo {

	private static final String DECIDED_BEFORE = """
			update comment set decided_at = old_decided_at, decided_by = old_decided_by, reason = old_reason
			from moderation_action where comment.id = comment_id and moderation_action.id = :action""";

	private final Actions actions;

	private final Comments comments;

	private final Judgements reports;

	private final DatabaseClient database;

	Undo(Actions actions, Comments comments, Judgements reports, DatabaseClient database) {
		this.actions = actions;
		this.comments = comments;
		this.reports = reports;
		this.database = database;
	}

	/** Undoes what is not undone yet, within the transaction that holds the comment. */
	Mono<Void> undo(Case found, Action action, Caller caller) {
		if (action.undoneAt() != null) {
			return Mono.empty();
		}
		if (!stands(action, found.freeFor(caller).comment())) {
			return Mono.error(CommentProblem.NotTheLatest::new);
		}
		return this.actions.undone(action.id(), caller).then(Mono.defer(() -> restore(found.comment(), action)));
	}

	private static boolean stands(Action action, Comment comment) {
		return comment.status() != Status.DELETED && switch (action.kind()) {
			case APPROVE -> comment.status() == Status.PUBLISHED;
			case REJECT -> comment.status() == Status.REJECTED;
			case EDIT -> comment.wording().text().equals(action.text());
			case PICK -> comment.marks().pick();
			case UNPICK -> !comment.marks().pick();
			case BAN, UNBAN -> true;
		};
	}

	private Mono<Void> restore(Comment comment, Action action) {
		Action.Before before = action.before();
		if (before == null) {
			return Mono.empty();
		}
		return switch (action.kind()) {
			case APPROVE, REJECT -> undecide(comment, action.id(), before.was());
			case EDIT -> this.comments.reword(comment, new Wording(comment.wording().name(), before.text()), null);
			case PICK, UNPICK -> this.comments.pick(comment, before.pick());
			case BAN, UNBAN -> Mono.empty();
		};
	}

	private Mono<Void> undecide(Comment comment, UUID action, Status before) {
		return this.database.sql(DECIDED_BEFORE)
			.bind("action", action)
			.then()
			.then(Mono.defer(() -> this.reports.reopen(comment.id(), action)))
			.then(Mono.defer(() -> this.comments.become(comment, before)));
	}

}
