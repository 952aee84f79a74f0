package org.rayonka.comment.discussion;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.rayonka.events.CommentEdited;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.CommentPublished;
import org.rayonka.events.CommentRemoved;
import org.rayonka.events.CommentsImported;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.rayonka.outbox.Outbox;
import org.rayonka.outbox.OutboxMessage;
import org.rayonka.tags.CacheTags;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The number of comments that everybody may read: changed, with the event that tells it,
 * in the transaction in which a comment comes or goes.
 */
@Component
public class CommentCount {

	/** Locks the discussion's row, so that revisions and outbox rows grow together. */
	private static final String CHANGE = """
			update discussion set comments = comments + :change, revision = revision + 1
			where article_id = :article returning comments, revision""";

	private final DatabaseClient database;

	private final Outbox outbox;

	private final Clock clock;

	CommentCount(DatabaseClient database, Outbox outbox, Clock clock) {
		this.database = database;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Counts a comment that everybody may read from now on.
	 * @param article the article discussed
	 * @param comment the comment's id
	 * @return the discussion's new revision, when number and event are written
	 */
	public Mono<Long> appeared(UUID article, UUID comment) {
		return change(article, 1,
				(now) -> new CommentPublished(article, comment, now.revision(), this.clock.instant(), now.comments()));
	}

	/**
	 * Counts off a comment that is no longer readable for everybody.
	 * @param article the article discussed
	 * @param comment the comment's id
	 * @return the discussion's new revision, when number and event are written
	 */
	public Mono<Long> disappeared(UUID article, UUID comment) {
		return change(article, -1,
				(now) -> new CommentRemoved(article, comment, now.revision(), this.clock.instant(), now.comments()));
	}

	/**
	 * Tells that a comment that everybody may read looks otherwise.
	 * @param article the article discussed
	 * @param comment the comment's id
	 * @return the discussion's new revision, when the event is written
	 */
	public Mono<Long> edited(UUID article, UUID comment) {
		return change(article, 0,
				(now) -> new CommentEdited(article, comment, now.revision(), this.clock.instant(), now.comments()));
	}

	/**
	 * Counts comments that were brought along together.
	 * @param article the article discussed
	 * @param readable those of them that everybody may read from now on
	 * @return completes when number and one event for all of them are written
	 */
	public Mono<Void> imported(UUID article, List<CommentsImported.Said> readable) {
		Instant at = this.clock.instant();
		List<CommentsImported.Said> recent = readable.stream()
			.filter((one) -> one.at().isAfter(at.minus(CommentsImported.RECENT)))
			.toList();
		return readable.isEmpty() ? Mono.empty() : change(article, readable.size(),
				(now) -> new CommentsImported(article, now.revision(), at, now.comments(), recent))
			.then();
	}

	private Mono<Long> change(UUID article, long change, Function<Count, CommentEvent> event) {
		return this.database.sql(CHANGE)
			.bind("change", change)
			.bind("article", article)
			.map((row) -> new Count(row.get("comments", Long.class), row.get("revision", Long.class)))
			.one()
			.flatMap((now) -> tell(event.apply(now)).thenReturn(now.revision()));
	}

	private Mono<Void> tell(CommentEvent event) {
		OutboxMessage purge = new OutboxMessage(CacheTags.PURGES, event.key(),
				CacheTags.purge(CacheTags.comments(event.article())));
		return this.outbox.add(List.of(new OutboxMessage(Topics.COMMENTS, event.key(), EventJson.write(event)), purge));
	}

	private record Count(long comments, long revision) {
	}

}
