package org.rayonka.comment.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.Binding;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.Ids;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Writes down what moderators do, in the transaction in which they do it.
 */
@Repository
class Actions {

	private static final String RECORD = """
			insert into moderation_action (id, kind, edition, comment_id, author, moderator, moderator_name, reason, at,
				old_status, old_text, old_pick, old_decided_at, old_decided_by, old_reason, new_text)
			select :action, :kind, :edition, id, author, :moderator, :name, :reason, :at,
				status, text, pick, decided_at, decided_by, reason, :text
			from comment where id = :comment""";

	private static final String UNDONE = """
			update moderation_action as done set undone_at = :at, undone_by = :by
			where id = :id and undone_at is null and not exists (
				select from moderation_action as later
				where later.number > done.number and later.undone_at is null and (later.comment_id = done.comment_id
					or (later.comment_id is null and done.comment_id is null
						and later.author = done.author and later.edition = done.edition)))""";

	private final DatabaseClient database;

	private final Clock clock;

	Actions(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Writes down what is about to be done, and the comment as it is before.
	 * @param found the comment, locked
	 * @param kind what is about to be done
	 * @param caller who does it
	 * @param reason why, or null
	 * @param text what it is going to say, null when it is not edited
	 * @return the action's id
	 */
	Mono<UUID> record(Case found, Action.Kind kind, Caller caller, @Nullable String reason, @Nullable String text) {
		Instant now = this.clock.instant();
		UUID id = Ids.at(now);
		return this.database.sql(RECORD)
			.bind("action", id)
			.bind("kind", kind.text())
			.bind("edition", found.discussion().edition())
			.bind("moderator", caller.subject())
			.bind("name", caller.name())
			.bind("reason", Binding.nullable(reason, String.class))
			.bind("at", now)
			.bind("text", Binding.nullable(text, String.class))
			.bind("comment", found.comment().id())
			.then()
			.thenReturn(id);
	}

	/** Finds an action, never empty. */
	Mono<Action> get(UUID id) {
		return this.database.sql("select " + Action.COLUMNS + " from moderation_action where id = :id")
			.bind("id", id)
			.map(Action::of)
			.one()
			.switchIfEmpty(Mono.error(() -> new CommentProblem.Unknown("action", id.toString())));
	}

	/**
	 * Marks an action as undone; an error when there is a later one of the same comment,
	 * or of the same author's bans.
	 */
	Mono<Void> undone(UUID id, Caller caller) {
		return this.database.sql(UNDONE)
			.bind("at", this.clock.instant())
			.bind("by", caller.subject())
			.bind("id", id)
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(CommentProblem.NotTheLatest::new))
			.then();
	}

}
