package org.rayonka.comment.moderation;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Comments;
import org.rayonka.comment.thread.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Carries out what moderators decide. Deciding the same again changes nothing.
 */
@Component
class Decisions {

	private static final Logger log = LoggerFactory.getLogger(Decisions.class);

	private final Comments comments;

	private final Discussions discussions;

	private final TransactionalOperator transaction;

	private final Clock clock;

	Decisions(Comments comments, Discussions discussions, TransactionalOperator transaction, Clock clock) {
		this.comments = comments;
		this.discussions = discussions;
		this.transaction = transaction;
		this.clock = clock;
	}

	Mono<Void> decide(UUID comment, Status status, Caller caller, @Nullable String reason) {
		Comments.Decision decision = new Comments.Decision(status, this.clock.instant(), caller.subject(), reason);
		return this.comments.get(comment)
			.flatMap((found) -> this.discussions.lock(found.article()))
			.map((discussion) -> discussion.moderatedBy(caller))
			// again, since it may have changed before the lock
			.then(Mono.defer(() -> this.comments.get(comment)))
			.flatMap((current) -> this.comments.decide(current, decision))
			.as(this.transaction::transactional)
			.doOnSuccess((_) -> log.atInfo()
				.addKeyValue("comment", comment)
				.addKeyValue("status", status.text())
				.log("A moderator decided"));
	}

}
