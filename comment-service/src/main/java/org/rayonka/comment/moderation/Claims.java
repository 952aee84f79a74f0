package org.rayonka.comment.moderation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.rayonka.access.Caller;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Which moderator is looking at which comment. A claim ends with a decision, or by
 * itself.
 */
@Repository
class Claims {

	private static final String PUT = """
			insert into moderation_claim (comment_id, claimed_by, claimed_name, claimed_until)
			values (:comment, :by, :name, :until)
			on conflict (comment_id) do update set claimed_by = excluded.claimed_by,
				claimed_name = excluded.claimed_name, claimed_until = excluded.claimed_until""";

	private final Desk desk;

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final Clock clock;

	private final ClaimProperties properties;

	Claims(Desk desk, DatabaseClient database, TransactionalOperator transaction, Clock clock,
			ClaimProperties properties) {
		this.desk = desk;
		this.database = database;
		this.transaction = transaction;
		this.clock = clock;
		this.properties = properties;
	}

	/** Claims a comment, or renews the caller's claim. */
	Mono<Claim> put(UUID comment, Caller caller) {
		Instant until = this.clock.instant().plus(this.properties.lasts()).truncatedTo(ChronoUnit.MILLIS);
		Claim claim = new Claim(comment, caller.subject(), caller.name(), until);
		return this.desk.open(comment, caller)
			.then(Mono.defer(() -> write(claim)))
			.thenReturn(claim)
			.as(this.transaction::transactional);
	}

	/** Gives the caller's claim up; does nothing where nobody has claimed. */
	Mono<Void> release(UUID comment, Caller caller) {
		return this.desk.open(comment, caller).then(Mono.defer(() -> end(comment))).as(this.transaction::transactional);
	}

	/** Ends a claim, when the comment is decided. */
	Mono<Void> end(UUID comment) {
		return this.database.sql("delete from moderation_claim where comment_id = :comment")
			.bind("comment", comment)
			.then();
	}

	private Mono<Void> write(Claim claim) {
		return this.database.sql(PUT)
			.bind("comment", claim.id())
			.bind("by", claim.claimedBy())
			.bind("name", claim.claimedName())
			.bind("until", claim.claimedUntil())
			.then();
	}

}
