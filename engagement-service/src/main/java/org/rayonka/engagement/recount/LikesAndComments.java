package org.rayonka.engagement.recount;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.rayonka.engagement.counts.Announcement;
import org.rayonka.engagement.scoreboard.Inspection.Listed;
import org.rayonka.engagement.scoreboard.Metric;
import org.rayonka.engagement.scoreboard.Window;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The numbers that are counted from rows: standing likes and comments.
 */
@Component
class LikesAndComments {

	/** Likes of an article: its rows, and those it has brought along. */
	private static final String LIKES_DIFFER = """
			select article_id, 'likes' as what, coalesce(rows.n, 0) + opening_likes as expected, likes as found
			from counts left join (select article_id, count(*) as n from article_like group by article_id) as rows
				using (article_id)
			where likes <> coalesce(rows.n, 0) + opening_likes""";

	private static final String TALLIES_DIFFER = """
			with rows as (
				select article_id, 'likes' as metric, date_trunc('hour', given_at, 'UTC') as hour, count(*) as n
				from article_like group by 1, 3
				union all
				select article_id, 'comments', date_trunc('hour', published_at, 'UTC'), count(*)
				from standing_comment group by 1, 3)
			select article_id, metric, hour, coalesce(n, 0) as n,
				metric || ' of ' || to_char(hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24"Z"') as what,
				coalesce(n, 0) as expected, coalesce(value, 0) as found
			from tally full join rows using (article_id, metric, hour)
			where coalesce(value, 0) <> coalesce(n, 0)""";

	/**
	 * Whoever changes an article's likes or comments holds this lock: what is read after
	 * it is whole.
	 */
	private static final String LOCK = """
			select article_id from counts where article_id in (select article_id from (%s) as likes_differ
				union select article_id from (%s) as tallies_differ)
			order by article_id for update""".formatted(LIKES_DIFFER, TALLIES_DIFFER);

	private static final String REPAIR_LIKES = """
			update counts set likes = expected, revision = revision + 1, change = change + 1
			from (%s) as differing where counts.article_id = differing.article_id
			returning counts.article_id, revision, views, likes""".formatted(LIKES_DIFFER);

	private static final String REPAIR_TALLIES = """
			with differing as materialized (%s),
			told as (update counts set change = change + 1 where article_id in (select article_id from differing))
			insert into tally (article_id, metric, hour, value) select article_id, metric, hour, n from differing
			on conflict (article_id, metric, hour) do update set value = excluded.value""".formatted(TALLIES_DIFFER);

	private static final String EXPECTED = """
			select article_id, change, likes, comments, tallied.*
			from counts left join lateral (select
				sum(value) filter (where metric = 'likes' and hour >= :day)::bigint as likes_day,
				sum(value) filter (where metric = 'likes' and hour >= :week)::bigint as likes_week,
				sum(value) filter (where metric = 'likes')::bigint as likes_month,
				sum(value) filter (where metric = 'comments' and hour >= :day)::bigint as comments_day,
				sum(value) filter (where metric = 'comments' and hour >= :week)::bigint as comments_week,
				sum(value) filter (where metric = 'comments')::bigint as comments_month
				from tally where tally.article_id = counts.article_id and hour >= :month) as tallied on true
			where article_id = any(:articles)""";

	private final DatabaseClient database;

	private final Announcement announcement;

	private final Clock clock;

	LikesAndComments(DatabaseClient database, Announcement announcement, Clock clock) {
		this.database = database;
		this.announcement = announcement;
		this.clock = clock;
	}

	/** Numbers that are not those of the rows. */
	Flux<Difference> differences() {
		return Flux.just(LIKES_DIFFER, TALLIES_DIFFER)
			.concatMap((sql) -> this.database.sql(sql).map(Difference::ofRow).all());
	}

	/** Writes the numbers of the rows, in the transaction of whoever calls. */
	Mono<Void> repair() {
		Instant now = this.clock.instant();
		return this.database.sql(LOCK)
			.then()
			.thenMany(
					Flux.defer(() -> this.database.sql(REPAIR_LIKES).map((row) -> Announcement.event(row, now)).all()))
			.collectList()
			.flatMap(this.announcement::tell)
			.then(this.database.sql(REPAIR_TALLIES).then());
	}

	/**
	 * What the scoreboard should hold of articles, those without any numbers left out.
	 */
	Mono<Map<UUID, Expected>> expected(List<UUID> articles, Map<Window, Long> lows) {
		return this.database.sql(EXPECTED)
			.bind("articles", articles.toArray(UUID[]::new))
			.bind("day", Recounted.begin(lows, Window.DAY))
			.bind("week", Recounted.begin(lows, Window.WEEK))
			.bind("month", Recounted.begin(lows, Window.MONTH))
			.map((row) -> Map.entry(Recounted.article(row), Expected.of(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * What the scoreboard should hold of an article.
	 *
	 * @param version of all of it
	 * @param likes over all time
	 * @param comments over all time
	 * @param lists the article's number in each list
	 */
	record Expected(long version, long likes, long comments, Map<Listed, Long> lists) {

		static final Expected NOTHING = new Expected(0, 0, 0, Map.of());

		static Expected of(Readable row) {
			long likes = Recounted.number(row, "likes");
			long comments = Recounted.number(row, "comments");
			return new Expected(Recounted.number(row, "change"), likes, comments,
					Map.of(new Listed(Metric.LIKES, Window.ALL), likes, new Listed(Metric.LIKES, Window.DAY),
							Recounted.number(row, "likes_day"), new Listed(Metric.LIKES, Window.WEEK),
							Recounted.number(row, "likes_week"), new Listed(Metric.LIKES, Window.MONTH),
							Recounted.number(row, "likes_month"), new Listed(Metric.COMMENTS, Window.ALL), comments,
							new Listed(Metric.COMMENTS, Window.DAY), Recounted.number(row, "comments_day"),
							new Listed(Metric.COMMENTS, Window.WEEK), Recounted.number(row, "comments_week"),
							new Listed(Metric.COMMENTS, Window.MONTH), Recounted.number(row, "comments_month")));
		}

	}

}
