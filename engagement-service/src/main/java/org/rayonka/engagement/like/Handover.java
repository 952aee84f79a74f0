package org.rayonka.engagement.like;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.counts.Announcement;
import org.rayonka.engagement.projection.Waker;
import org.rayonka.events.CountsChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Lets the likes that somebody gave as a visitor become those of their account, so that
 * they follow the reader and none counts twice.
 */
@Component
class Handover {

	/** How many likes one transaction moves, so that it does not hold many rows. */
	private static final int PAGE = 200;

	/**
	 * A like that moves keeps its time, and no number changes; of two the visitor's goes,
	 * out of the hour in which it was given. Rows are locked as {@link Likes} does, likes
	 * before numbers, and each in the order of articles, as by all who lock several: so
	 * nobody waits in a circle. What was taken back meanwhile is no longer held, what was
	 * given meanwhile is left for the next time.
	 */
	private static final String MOVE = """
			with held as materialized (select article_id, given_at from article_like where visitor = :visitor
				order by article_id limit :page for update),
			moved as (insert into article_like (article_id, visitor, given_at)
				select article_id, :account, given_at from held order by article_id
				on conflict do nothing returning article_id),
			gone as (delete from article_like using held
				where article_like.article_id = held.article_id and article_like.visitor = :visitor),
			twice as materialized (select article_id, given_at from held
				where article_id not in (select article_id from moved)),
			locked as materialized (select article_id from counts where article_id in (select article_id from twice)
				order by article_id for update),
			counted as (update counts set likes = likes - 1, revision = revision + 1, change = change + 1
				from locked where counts.article_id = locked.article_id
				returning counts.article_id, revision, views, likes),
			tallied as (update tally set value = value - 1 from twice where tally.article_id = twice.article_id
				and metric = 'likes' and hour = date_trunc('hour', twice.given_at, 'UTC'))
			select article_id, revision, views, likes from held left join counted using (article_id)""";

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final Announcement announcement;

	private final Waker waker;

	private final Clock clock;

	Handover(DatabaseClient database, TransactionalOperator transaction, Announcement announcement, Waker waker,
			Clock clock) {
		this.database = database;
		this.transaction = transaction;
		this.announcement = announcement;
		this.waker = waker;
		this.clock = clock;
	}

	/**
	 * Hands over what there is, which is nothing for visitors and nearly always nothing
	 * for accounts.
	 */
	Mono<Void> to(Reader reader) {
		String visitor = reader.before();
		return (visitor != null) ? likesAnything(visitor).flatMap((some) -> moveAll(visitor, reader.id()))
				: Mono.empty();
	}

	/** Empty when the visitor likes nothing. */
	private Mono<Boolean> likesAnything(String visitor) {
		return this.database.sql("select true from article_like where visitor = :visitor limit 1")
			.bind("visitor", visitor)
			.mapValue(Boolean.class)
			.one();
	}

	private Mono<Void> moveAll(String visitor, String account) {
		return Mono.defer(() -> movePage(visitor, account)).repeat().takeUntil((moved) -> moved < PAGE).then();
	}

	private Mono<Integer> movePage(String visitor, String account) {
		Instant now = this.clock.instant();
		return this.database.sql(MOVE)
			.bind("visitor", visitor)
			.bind("account", account)
			.bind("page", PAGE)
			.map((row) -> change(row, now))
			.all()
			.collectList()
			.delayUntil((moved) -> this.announcement.tell(changes(moved)))
			.as(this.transaction::transactional)
			.doOnSuccess((moved) -> this.waker.wake())
			.map(List::size);
	}

	/** Empty for a like that moved and changed no number. */
	private static Optional<CountsChanged> change(Readable row, Instant now) {
		@Nullable Object revision = row.get("revision");
		return (revision != null) ? Optional.of(Announcement.event(row, now)) : Optional.empty();
	}

	private static List<CountsChanged> changes(List<Optional<CountsChanged>> moved) {
		return moved.stream().flatMap(Optional::stream).toList();
	}

}
