package org.rayonka.engagement.like;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.rayonka.engagement.counts.Announcement;
import org.rayonka.engagement.projection.Waker;
import org.rayonka.engagement.scoreboard.Partitions;
import org.rayonka.events.CountsChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The likes as rows, unique by article and visitor. The number changes only with a row
 * that really came or went, in the same statement.
 */
@Component
class Likes {

	private static final String GIVE = """
			with given as (insert into article_like (article_id, visitor, given_at) values (:article, :visitor, :now)
				on conflict do nothing returning 1),
			counted as (insert into counts (article_id, partition, likes, revision, change)
				select :article, :partition, 1, 1, 1 from given
				on conflict (article_id) do update set likes = counts.likes + 1, revision = counts.revision + 1,
					change = counts.change + 1
				returning article_id, revision, views, likes),
			tallied as (insert into tally (article_id, metric, hour, value)
				select :article, 'likes', date_trunc('hour', :now::timestamptz, 'UTC'), 1 from given
				on conflict (article_id, metric, hour) do update set value = tally.value + 1)
			select article_id, revision, views, likes from counted""";

	/** A like taken back leaves the hour in which it was given. */
	private static final String TAKE_BACK = """
			with taken as (delete from article_like where article_id = :article and visitor = :visitor
				returning article_id, given_at),
			counted as (update counts set likes = likes - 1, revision = revision + 1, change = change + 1
				from taken where counts.article_id = taken.article_id
				returning counts.article_id, revision, views, likes),
			tallied as (update tally set value = value - 1 from taken where tally.article_id = taken.article_id
				and metric = 'likes' and hour = date_trunc('hour', taken.given_at, 'UTC'))
			select article_id, revision, views, likes from counted""";

	private static final String STATE = """
			select coalesce((select likes from counts where article_id = :article), 0) as likes,
				exists (select from article_like where article_id = :article and visitor = :visitor) as liked""";

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final Announcement announcement;

	private final Waker waker;

	private final Clock clock;

	Likes(DatabaseClient database, TransactionalOperator transaction, Announcement announcement, Waker waker,
			Clock clock) {
		this.database = database;
		this.transaction = transaction;
		this.announcement = announcement;
		this.waker = waker;
		this.clock = clock;
	}

	/** How the article stands with a visitor now. */
	Mono<LikeState> state(UUID article, String visitor) {
		return this.database.sql(STATE).bind("article", article).bind("visitor", visitor).map(Likes::state).one();
	}

	/** Gives a like, or finds it given. */
	Mono<LikeState> give(UUID article, String visitor) {
		Instant now = this.clock.instant();
		return change(this.database.sql(GIVE).bind("partition", Partitions.of(article)).bind("now", now), article,
				visitor, now)
			.switchIfEmpty(count(article))
			.map((likes) -> new LikeState(likes, true));
	}

	/** Takes a like back, or finds none. */
	Mono<LikeState> takeBack(UUID article, String visitor) {
		return change(this.database.sql(TAKE_BACK), article, visitor, this.clock.instant())
			.switchIfEmpty(count(article))
			.map((likes) -> new LikeState(likes, false));
	}

	/** The number after the change, empty when no row changed. */
	private Mono<Long> change(GenericExecuteSpec sql, UUID article, String visitor, Instant now) {
		return sql.bind("article", article)
			.bind("visitor", visitor)
			.map((row) -> Announcement.event(row, now))
			.one()
			.delayUntil((changed) -> this.announcement.tell(List.of(changed)))
			.map(CountsChanged::likes)
			.as(this.transaction::transactional)
			.doOnSuccess((likes) -> this.waker.wake());
	}

	private static LikeState state(Readable row) {
		Long likes = row.get("likes", Long.class);
		return new LikeState((likes != null) ? likes : 0, Boolean.TRUE.equals(row.get("liked", Boolean.class)));
	}

	private Mono<Long> count(UUID article) {
		return this.database.sql("select likes from counts where article_id = :article")
			.bind("article", article)
			.mapValue(Long.class)
			.one()
			.defaultIfEmpty(0L);
	}

}
