package org.rayonka.comment.moderation;

import java.time.Clock;
import java.util.UUID;

import org.rayonka.access.Caller;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Comments;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Puts a comment before a moderator: the discussion is locked first, then the comment, so
 * that two moderators follow one another and readers' reports wait.
 */
@Component
public class Desk {

	private static final String SELECT = "select " + Comments.COLUMNS + """
			, reports, decided_at, decided_by, claimed_by, claimed_name, claimed_until, (
				select moderator_name from moderation_action as done
				where done.comment_id = comment.id and done.moderator = decided_by
				order by number desc limit 1) as decided_name
			from comment left join moderation_claim on comment_id = id where id = :id for no key update of comment""";

	private final Comments comments;

	private final Discussions discussions;

	private final DatabaseClient database;

	private final Clock clock;

	Desk(Comments comments, Discussions discussions, DatabaseClient database, Clock clock) {
		this.comments = comments;
		this.discussions = discussions;
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Locks a comment. To be called within a transaction.
	 * @param comment the comment's id
	 * @param caller who moderates it, which is insisted upon
	 * @return the comment as it is now, of any status
	 */
	public Mono<Case> lock(UUID comment, Caller caller) {
		return this.comments.get(comment)
			.flatMap((found) -> this.discussions.lock(found.article()))
			.map((discussion) -> discussion.moderatedBy(caller))
			// again, since it may have changed before the lock
			.flatMap((discussion) -> read(comment, discussion));
	}

	/** The same, for a change: no other moderator has claimed it, it is not deleted. */
	Mono<Case> open(UUID comment, Caller caller) {
		return lock(comment, caller).map(Case::notDeleted).map((found) -> found.freeFor(caller));
	}

	private Mono<Case> read(UUID comment, Discussion discussion) {
		return this.database.sql(SELECT)
			.bind("id", comment)
			.map((row) -> Case.of(discussion, row, this.clock.instant()))
			.one();
	}

}
