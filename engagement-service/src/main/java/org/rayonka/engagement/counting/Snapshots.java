package org.rayonka.engagement.counting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.r2dbc.spi.Readable;
import org.rayonka.engagement.counts.Announcement;
import org.rayonka.engagement.scoreboard.Rebuild.Placed;
import org.rayonka.engagement.scoreboard.Snapshot;
import org.rayonka.engagement.scoreboard.Snapshot.HourRow;
import org.rayonka.engagement.scoreboard.Snapshot.Total;
import org.rayonka.engagement.scoreboard.Window;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The numbers of Redis in PostgreSQL, with the offsets that they stand for.
 */
@Component
public class Snapshots {

	/**
	 * Guards against a process that has lost its partition and does not know it yet, and
	 * against numbers of Redis that a recount has replaced.
	 */
	private static final String OFFSET = """
			insert into view_offset (partition, next_offset, clock, taken_at, generation)
			values (:partition, :next, :clock, :now, :generation)
			on conflict (partition) do update set next_offset = :next, clock = :clock, taken_at = :now
			where view_offset.next_offset <= :next and view_offset.generation = :generation""";

	private static final String HOURS = """
			insert into view_hour (article_id, hour, partition, counted, repeated, crawler, automated, prefetch)
			select article, to_timestamp(hour * 3600), :partition, counted, repeated, crawler, automated, prefetch
			from unnest(:articles, :hours, :counted, :repeated, :crawler, :automated, :prefetch)
				as row (article, hour, counted, repeated, crawler, automated, prefetch)
			order by article, hour
			on conflict (article_id, hour) do update set counted = excluded.counted, repeated = excluded.repeated,
				crawler = excluded.crawler, automated = excluded.automated, prefetch = excluded.prefetch""";

	/**
	 * Likes brought along are as old as the snapshot, likes given here are of the moment:
	 * their number moves by what the former differ from those of the snapshot before.
	 */
	private static final String TOTALS = """
			insert into counts (article_id, partition, views, opening_views, opening_likes, likes, revision, change)
			select article, :partition, views, opening_views, opening_likes, opening_likes, 1, 1
			from unnest(:articles, :views, :opening_views, :opening_likes)
				as row (article, views, opening_views, opening_likes)
			order by article
			on conflict (article_id) do update set views = excluded.views, opening_views = excluded.opening_views,
				opening_likes = excluded.opening_likes,
				likes = counts.likes + excluded.opening_likes - counts.opening_likes,
				change = counts.change + (excluded.opening_likes <> counts.opening_likes)::int,
				revision = counts.revision + 1
			where (counts.views, counts.opening_views, counts.opening_likes)
				<> (excluded.views, excluded.opening_views, excluded.opening_likes)
			returning article_id, revision, views, likes""";

	private static final String SEEN = """
			insert into view_seen (partition, next_offset, clock, entries) values (:partition, :next, :clock, :entries)
			on conflict (partition, next_offset) do update set entries = view_seen.entries || E'\\n' || excluded.entries""";

	private static final Duration REMEMBERED = Duration.ofDays(60);

	/** Rows of a page. */
	private static final int PAGE = 5000;

	/** Before every article. */
	private static final UUID FIRST = new UUID(0, 0);

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final Announcement announcement;

	private final Clock clock;

	Snapshots(DatabaseClient database, TransactionalOperator transaction, Announcement announcement, Clock clock) {
		this.database = database;
		this.transaction = transaction;
		this.announcement = announcement;
		this.clock = clock;
	}

	/**
	 * Writes a snapshot and announces the numbers that changed, in one transaction.
	 * @return false when PostgreSQL has a newer one
	 */
	Mono<Boolean> write(Snapshot snapshot, Duration window) {
		Instant now = this.clock.instant();
		return offset(snapshot, now).filter((rows) -> rows == 1)
			.delayUntil((rows) -> hours(snapshot))
			.delayUntil((rows) -> seen(snapshot, window))
			.delayUntil((rows) -> totals(snapshot.partition(), snapshot.totals()))
			.hasElement()
			.as(this.transaction::transactional);
	}

	/**
	 * The latest snapshot of a partition.
	 * @param partition of the topic of views
	 * @return empty when there is none
	 */
	public Mono<Saved> latest(int partition) {
		return this.database.sql("""
				select next_offset, clock, generation, (broken_at is not null)::int::bigint as broken
				from view_offset where partition = :partition""")
			.bind("partition", partition)
			.map((row) -> new Saved(number(row, "next_offset"), number(row, "clock"), number(row, "generation"),
					number(row, "broken") > 0))
			.one();
	}

	/** The log is shorter than believed: snapshots go on from its end. */
	Mono<Void> adopt(int partition, long next) {
		return this.database.sql("""
				update view_offset set next_offset = least(next_offset, :next), broken_at = coalesce(broken_at, :now)
				where partition = :partition""")
			.bind("next", next)
			.bind("now", this.clock.instant())
			.bind("partition", partition)
			.then();
	}

	/** Where all articles of a partition belong, and their views, read page by page. */
	Flux<Placed> articles(int partition) {
		Placed none = new Placed(FIRST.toString(), "", "", 0, 0, 0);
		return all(none, (last) -> this.database.sql("""
				select article_id, coalesce(edition, '') as edition, coalesce(rubric, '') as rubric, views,
					opening_views, opening_likes
				from counts left join card using (article_id)
				where counts.partition = :partition and article_id > :article order by article_id limit :limit""")
			.bind("partition", partition)
			.bind("article", UUID.fromString(last.article()))
			.bind("limit", PAGE)
			.map((row) -> new Placed(text(row, "article_id"), text(row, "edition"), text(row, "rubric"),
					number(row, "views"), number(row, "opening_views"), number(row, "opening_likes")))
			.all());
	}

	/** All hours of a partition that may still be asked for, read page by page. */
	Flux<HourRow> hours(int partition) {
		HourRow none = new HourRow(FIRST, Window.hourOf(this.clock.instant().minus(REMEMBERED)), 0, 0, 0, 0, 0);
		return all(none, (last) -> this.database.sql("""
				select article_id, extract(epoch from hour)::bigint / 3600 as hour, counted, repeated, crawler,
					automated, prefetch
				from view_hour where partition = :partition and hour >= :hour and (hour, article_id) > (:hour, :article)
				order by hour, article_id limit :limit""")
			.bind("partition", partition)
			.bind("hour", Instant.ofEpochSecond(last.hour() * 3600))
			.bind("article", last.article())
			.bind("limit", PAGE)
			.map(Snapshots::hour)
			.all());
	}

	/**
	 * Whom the de-duplication of a partition remembers, the oldest first, read piece by
	 * piece: what one snapshot has added may be much.
	 */
	Flux<String> remembered(int partition) {
		return all(new Seen(-1, ""),
				(last) -> this.database.sql("""
						select next_offset, entries from view_seen where partition = :partition and next_offset > :after
						order by next_offset limit 1""")
					.bind("partition", partition)
					.bind("after", last.nextOffset())
					.map((row) -> new Seen(number(row, "next_offset"), text(row, "entries")))
					.all())
			.concatMap((seen) -> Flux.fromStream(seen.entries().lines()), 1);
	}

	/** No statement waits for whoever takes the rows: to take millions takes minutes. */
	private static <T> Flux<T> all(T none, Function<T, Flux<T>> pageAfter) {
		return pageAfter.apply(none)
			.collectList()
			.expand((page) -> page.isEmpty() ? Mono.empty() : pageAfter.apply(page.getLast()).collectList(), 1)
			.concatMapIterable(Function.identity(), 1);
	}

	private Mono<Long> offset(Snapshot snapshot, Instant now) {
		return this.database.sql(OFFSET)
			.bind("partition", snapshot.partition())
			.bind("next", snapshot.nextOffset())
			.bind("clock", snapshot.clock())
			.bind("now", now)
			.bind("generation", snapshot.generation())
			.fetch()
			.rowsUpdated();
	}

	private Mono<Void> hours(Snapshot snapshot) {
		if (snapshot.hours().isEmpty()) {
			return Mono.empty();
		}
		List<HourRow> rows = snapshot.hours();
		return Columns.bind(this.database.sql(HOURS), rows).bind("partition", snapshot.partition()).then();
	}

	private Mono<Void> seen(Snapshot snapshot, Duration window) {
		Mono<Void> forget = this.database.sql("delete from view_seen where partition = :partition and clock < :oldest")
			.bind("partition", snapshot.partition())
			.bind("oldest", snapshot.clock() - 3 * window.toMillis())
			.then();
		if (snapshot.remembered().isEmpty()) {
			return forget;
		}
		return this.database.sql(SEEN)
			.bind("partition", snapshot.partition())
			.bind("next", snapshot.nextOffset())
			.bind("clock", snapshot.clock())
			.bind("entries", String.join("\n", snapshot.remembered()))
			.then()
			.then(forget);
	}

	/**
	 * Writes what articles were viewed in all, and announces the numbers that changed.
	 * @param partition of all of them
	 * @param totals absolute, some thousands at most
	 * @return completes when written, in the transaction of whoever calls
	 */
	public Mono<Void> totals(int partition, List<Total> totals) {
		if (totals.isEmpty()) {
			return Mono.empty();
		}
		Instant now = this.clock.instant();
		return this.database.sql(TOTALS)
			.bind("partition", partition)
			.bind("articles", totals.stream().map(Total::article).toArray(UUID[]::new))
			.bind("views", Columns.of(totals, Total::views))
			.bind("opening_views", Columns.of(totals, Total::openingViews))
			.bind("opening_likes", Columns.of(totals, Total::openingLikes))
			.map((row) -> Announcement.event(row, now))
			.all()
			.collectList()
			.flatMap(this.announcement::tell);
	}

	private static HourRow hour(Readable row) {
		return new HourRow(UUID.fromString(text(row, "article_id")), number(row, "hour"), number(row, "counted"),
				number(row, "repeated"), number(row, "crawler"), number(row, "automated"), number(row, "prefetch"));
	}

	private static long number(Readable row, String column) {
		Long value = row.get(column, Long.class);
		return (value != null) ? value : 0;
	}

	private static String text(Readable row, String column) {
		return String.valueOf(row.get(column));
	}

	private record Seen(long nextOffset, String entries) {
	}

	/**
	 * Up to where PostgreSQL knows the log.
	 *
	 * @param nextOffset the first record that is not in the snapshot
	 * @param clock the latest event time, in milliseconds
	 * @param generation how often the numbers were made anew from the log
	 * @param broken whether the log has lost records that were counted
	 */
	public record Saved(long nextOffset, long clock, long generation, boolean broken) {

		/** Before the first snapshot. */
		public static final Saved NOTHING = new Saved(0, 0, 0, false);

	}

}
