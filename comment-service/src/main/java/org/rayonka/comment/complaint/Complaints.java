package org.rayonka.comment.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.Binding;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.Ids;
import org.rayonka.comment.thread.PlainText;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * All complaints.
 */
@Repository
class Complaints {

	private static final String INSERT = """
			insert into complaint (id, comment_id, name, email, grounds, said, received_at, due_at)
			select :complaint, id, :name, :email, :grounds, text, :received, :due
			from comment where id = :comment and status = 'published'""";

	private static final String DECIDE = """
			update complaint set decision = :decision, decided_at = :at, decided_by = :by, decided_name = :name,
				decided_why = :why, action_id = :action
			where id = :id""";

	private final DatabaseClient database;

	private final ComplaintProperties properties;

	private final Clock clock;

	Complaints(DatabaseClient database, ComplaintProperties properties, Clock clock) {
		this.database = database;
		this.properties = properties;
		this.clock = clock;
	}

	/** Keeps a complaint of a comment that everybody may read. */
	Mono<Receipt> add(UUID comment, Objection objection) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Receipt receipt = new Receipt(Ids.at(now), now.plus(this.properties.limit()));
		return this.database.sql(INSERT)
			.bind("complaint", receipt.id)
			.bind("name", objection.name())
			.bind("email", objection.email())
			.bind("grounds", objection.grounds())
			.bind("received", now)
			.bind("due", receipt.dueAt)
			.bind("comment", comment)
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(() -> new CommentProblem.UnknownComment(comment)))
			.thenReturn(receipt);
	}

	/** Finds a complaint, never empty. */
	Mono<Complaint> get(UUID id) {
		return this.database.sql(Complaint.SELECT + "complaint.id = :id")
			.bind("id", id)
			.map(Complaint::of)
			.one()
			.switchIfEmpty(Mono.error(() -> new CommentProblem.Unknown("complaint", id.toString())));
	}

	/** Writes down what was decided; whoever decides has locked the discussion. */
	Mono<Void> decided(UUID id, Ruling ruling, Caller caller, @Nullable UUID action) {
		return this.database.sql(DECIDE)
			.bind("decision", ruling.decision().text())
			.bind("at", this.clock.instant())
			.bind("by", caller.subject())
			.bind("name", caller.name())
			.bind("why", Binding.nullable(PlainText.orNull(ruling.reason()), String.class))
			.bind("action", Binding.nullable(action, UUID.class))
			.bind("id", id)
			.then();
	}

	/**
	 * What who complains is told.
	 *
	 * @param id the complaint's id
	 * @param dueAt when it is decided at the latest
	 */
	record Receipt(UUID id, Instant dueAt) {
	}

}
