package org.rayonka.engagement.recount;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.rayonka.engagement.counting.Columns;
import org.rayonka.engagement.scoreboard.Snapshot.HourRow;
import org.rayonka.engagement.scoreboard.Snapshot.Total;
import org.rayonka.engagement.scoreboard.Window;
import org.rayonka.events.OpeningRecorded;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a replay has counted, in tables that last as long as the transaction, beside what
 * PostgreSQL holds.
 */
@Component
class Recounted {

	private static final int PAGE = 5000;

	private static final List<String> BEGIN = List.of("set local statement_timeout = '10min'", """
			create temporary table recounted_hour (article_id uuid, hour timestamptz, counted bigint, repeated bigint,
				crawler bigint, automated bigint, prefetch bigint, primary key (article_id, hour)) on commit drop""",
			"""
					create temporary table recounted_opening (article_id uuid primary key, views bigint, likes bigint)
						on commit drop""",
			"create temporary table recounted_article (article_id uuid primary key) on commit drop");

	private static final List<String> SETTLE = List.of("create index on recounted_hour (hour)",
			"analyze recounted_hour", "analyze recounted_opening");

	private static final String ADD_HOURS = """
			insert into recounted_hour select article, to_timestamp(hour * 3600), counted, repeated, crawler, automated, prefetch
			from unnest(:articles, :hours, :counted, :repeated, :crawler, :automated, :prefetch)
				as row (article, hour, counted, repeated, crawler, automated, prefetch)
			on conflict (article_id, hour) do update set counted = recounted_hour.counted + excluded.counted,
				repeated = recounted_hour.repeated + excluded.repeated, crawler = recounted_hour.crawler + excluded.crawler,
				automated = recounted_hour.automated + excluded.automated,
				prefetch = recounted_hour.prefetch + excluded.prefetch""";

	private static final String ADD_OPENINGS = """
			insert into recounted_opening select * from unnest(:articles, :views, :likes)
			on conflict (article_id) do update set views = excluded.views, likes = excluded.likes""";

	private static final String HOURS_DIFFER = """
			select article_id, 'views of ' || to_char(hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24"Z"')
					|| ' (counted/repeated/crawler/automated/prefetch)' as what,
				concat_ws('/', coalesce(r.counted, 0), coalesce(r.repeated, 0), coalesce(r.crawler, 0),
					coalesce(r.automated, 0), coalesce(r.prefetch, 0)) as expected,
				concat_ws('/', coalesce(v.counted, 0), coalesce(v.repeated, 0), coalesce(v.crawler, 0),
					coalesce(v.automated, 0), coalesce(v.prefetch, 0)) as found
			from (select * from view_hour where partition = :partition) as v
			full join recounted_hour r using (article_id, hour)
			where (coalesce(v.counted, 0), coalesce(v.repeated, 0), coalesce(v.crawler, 0), coalesce(v.automated, 0),
					coalesce(v.prefetch, 0))
				<> (coalesce(r.counted, 0), coalesce(r.repeated, 0), coalesce(r.crawler, 0), coalesce(r.automated, 0),
					coalesce(r.prefetch, 0))""";

	/** All articles of the partition that are not as the log has them. */
	private static final String TOTALS_DIFFER = """
			with hours as (select article_id, sum(counted)::bigint as counted from recounted_hour group by article_id),
			logged as (select article_id, coalesce(counted, 0) + coalesce(o.views, 0) as views,
					coalesce(o.views, 0) as opening_views, coalesce(o.likes, 0) as opening_likes
				from hours full join recounted_opening o using (article_id))
			select article_id, coalesce(l.views, 0) as views, coalesce(l.opening_views, 0) as opening_views,
				coalesce(l.opening_likes, 0) as opening_likes, coalesce(c.views, 0) as held,
				'views, opening views, opening likes' as what,
				concat_ws(', ', coalesce(l.views, 0), coalesce(l.opening_views, 0), coalesce(l.opening_likes, 0)) as expected,
				concat_ws(', ', coalesce(c.views, 0), coalesce(c.opening_views, 0), coalesce(c.opening_likes, 0)) as found
			from (select * from counts where partition = :partition) as c full join logged l using (article_id)
			where (coalesce(c.views, 0), coalesce(c.opening_views, 0), coalesce(c.opening_likes, 0))
				<> (coalesce(l.views, 0), coalesce(l.opening_views, 0), coalesce(l.opening_likes, 0))""";

	private static final String SUMS = """
			select sum(counted)::bigint as counted, sum(repeated)::bigint as repeated, sum(crawler)::bigint as crawler,
				sum(automated)::bigint as automated, sum(prefetch)::bigint as prefetch from\s""";

	private static final String ALL_ARTICLES = """
			insert into recounted_article select article_id from counts where partition = :partition
			union select article_id from recounted_hour union select article_id from recounted_opening""";

	private static final String EXPECTED = """
			select article_id, coalesce(total, 0) + coalesce(o.views, 0) as total, day, week, month
			from unnest(:articles) as asked (article_id)
			left join lateral (select sum(counted)::bigint as total, (sum(counted) filter (where hour >= :day))::bigint as day,
				(sum(counted) filter (where hour >= :week))::bigint as week,
				(sum(counted) filter (where hour >= :month))::bigint as month
				from recounted_hour r where r.article_id = asked.article_id) as sums on true
			left join recounted_opening o using (article_id)""";

	private final DatabaseClient database;

	Recounted(DatabaseClient database) {
		this.database = database;
	}

	/** Makes the tables, empty, for the transaction of whoever calls. */
	Mono<Void> begin() {
		return all(BEGIN);
	}

	/** Adds what a replay has counted since the last time. */
	Mono<Void> add(Replay replay) {
		return Flux.fromIterable(replay.drainHours())
			.buffer(PAGE)
			.concatMap(this::addHours)
			.thenMany(Flux.fromIterable(replay.drainOpenings()).buffer(PAGE).concatMap(this::addOpenings))
			.then();
	}

	/** What has been added will be asked for. */
	Mono<Void> settle() {
		return all(SETTLE);
	}

	/** What PostgreSQL holds otherwise. */
	Flux<Difference> differences(int partition) {
		return Flux.just(HOURS_DIFFER, TOTALS_DIFFER)
			.concatMap((sql) -> this.database.sql(sql).bind("partition", partition).map(Difference::ofRow).all());
	}

	/** The numbers of articles that PostgreSQL does not hold as they were counted. */
	Flux<Renewed> renewed(int partition) {
		return this.database.sql(TOTALS_DIFFER)
			.bind("partition", partition)
			.map((row) -> new Renewed(new Total(article(row), number(row, "views"), number(row, "opening_views"),
					number(row, "opening_likes")), number(row, "held")))
			.all();
	}

	/** All that PostgreSQL holds of a partition. */
	Mono<Verdicts> held(int partition) {
		return this.database.sql(SUMS + "view_hour where partition = :partition")
			.bind("partition", partition)
			.map(Verdicts::of)
			.one();
	}

	/** All that was counted. */
	Mono<Verdicts> counted() {
		return this.database.sql(SUMS + "recounted_hour").map(Verdicts::of).one();
	}

	/** Begins a list of all articles that anybody holds. */
	Mono<Void> listArticles(int partition) {
		return this.database.sql(ALL_ARTICLES).bind("partition", partition).then();
	}

	/** Adds articles that somebody else holds. */
	Mono<Void> listArticles(List<UUID> more) {
		return this.database.sql("insert into recounted_article select * from unnest(:articles) on conflict do nothing")
			.bind("articles", more.toArray(UUID[]::new))
			.then();
	}

	/** The listed articles after another, in the order of ids. */
	Mono<List<UUID>> articles(UUID after, int limit) {
		return this.database
			.sql("select article_id from recounted_article where article_id > :after order by article_id limit :limit")
			.bind("after", after)
			.bind("limit", limit)
			.mapValue(UUID.class)
			.all()
			.collectList();
	}

	/** The views of articles as counted, over all time and from the bounds on. */
	Mono<Map<UUID, Map<Window, Long>>> views(List<UUID> articles, Map<Window, Long> lows) {
		return this.database.sql(EXPECTED)
			.bind("articles", articles.toArray(UUID[]::new))
			.bind("day", begin(lows, Window.DAY))
			.bind("week", begin(lows, Window.WEEK))
			.bind("month", begin(lows, Window.MONTH))
			.map((row) -> Map.entry(article(row),
					Map.of(Window.ALL, number(row, "total"), Window.DAY, number(row, "day"), Window.WEEK,
							number(row, "week"), Window.MONTH, number(row, "month"))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/** Hours of which something was counted, from one on. */
	Flux<Long> hours(long low) {
		return this.database.sql(
				"select distinct extract(epoch from hour)::bigint / 3600 as hour from recounted_hour where hour >= :low")
			.bind("low", Instant.ofEpochSecond(low * 3600))
			.mapValue(Long.class)
			.all();
	}

	/** What was counted in an hour, by article. */
	Mono<Map<UUID, List<Long>>> hour(long hour) {
		return this.database.sql("select * from recounted_hour where hour = :hour")
			.bind("hour", Instant.ofEpochSecond(hour * 3600))
			.map((row) -> Map.entry(article(row),
					List.of(number(row, "counted"), number(row, "repeated"), number(row, "crawler"),
							number(row, "automated"), number(row, "prefetch"))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	static Instant begin(Map<Window, Long> lows, Window window) {
		return Instant.ofEpochSecond(lows.getOrDefault(window, 0L) * 3600);
	}

	static UUID article(Readable row) {
		return Objects.requireNonNull(row.get("article_id", UUID.class));
	}

	static long number(Readable row, String column) {
		return Objects.requireNonNullElse(row.get(column, Long.class), 0L);
	}

	private Mono<Void> all(List<String> statements) {
		return Flux.fromIterable(statements).concatMap((sql) -> this.database.sql(sql).then()).then();
	}

	private Mono<Void> addHours(List<HourRow> rows) {
		return Columns.bind(this.database.sql(ADD_HOURS), rows).then();
	}

	private Mono<Void> addOpenings(List<OpeningRecorded> openings) {
		return this.database.sql(ADD_OPENINGS)
			.bind("articles", openings.stream().map(OpeningRecorded::article).toArray(UUID[]::new))
			.bind("views", Columns.of(openings, OpeningRecorded::views))
			.bind("likes", Columns.of(openings, OpeningRecorded::likes))
			.then();
	}

	/**
	 * What is to be written of an article.
	 *
	 * @param total as counted
	 * @param held its views before
	 */
	record Renewed(Total total, long held) {
	}

}
