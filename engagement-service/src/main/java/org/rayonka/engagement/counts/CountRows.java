package org.rayonka.engagement.counts;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.rayonka.engagement.scoreboard.Numbers;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The numbers as PostgreSQL has them: likes and comments to the moment, views up to the
 * latest snapshot.
 */
@Component
class CountRows {

	private static final Duration DEADLINE = Duration.ofSeconds(1);

	private final DatabaseClient database;

	CountRows(DatabaseClient database) {
		this.database = database;
	}

	/** The numbers of those articles that are known; withdrawn ones are. */
	Mono<Map<UUID, Numbers>> numbers(Collection<UUID> articles) {
		return this.database.sql("select article_id, views, likes, comments from counts where article_id = any(:ids)")
			.bind("ids", articles.toArray(UUID[]::new))
			.map(CountRows::entry)
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.timeout(DEADLINE);
	}

	/** The oldest of the latest snapshots, empty when there is none yet. */
	Mono<Instant> asOf() {
		return this.database.sql("select min(taken_at) as taken_at from view_offset having min(taken_at) is not null")
			.map((row) -> instant(row, "taken_at"))
			.one()
			.timeout(DEADLINE);
	}

	/** What an article has brought along. */
	Mono<Audit.Opening> opening(UUID article) {
		return this.database.sql("select opening_views, opening_likes from counts where article_id = :article")
			.bind("article", article)
			.map((row) -> new Audit.Opening(number(row, "opening_views"), number(row, "opening_likes")))
			.one()
			.defaultIfEmpty(Audit.Opening.NONE)
			.timeout(DEADLINE);
	}

	/** What came of every beacon of an article, by day in UTC, newest first. */
	Flux<Audit.Day> days(UUID article) {
		return this.database.sql("""
				select date_trunc('day', hour, 'UTC') as day, sum(counted)::bigint as counted,
					sum(repeated)::bigint as repeated, sum(crawler)::bigint as crawler,
					sum(automated)::bigint as automated, sum(prefetch)::bigint as prefetch
				from view_hour where article_id = :article group by 1 order by 1 desc limit 3660""")
			.bind("article", article)
			.map(CountRows::day)
			.all()
			.timeout(DEADLINE);
	}

	private static Map.Entry<UUID, Numbers> entry(Readable row) {
		return Map.entry(UUID.fromString(String.valueOf(row.get("article_id"))),
				new Numbers(number(row, "views"), number(row, "likes"), number(row, "comments")));
	}

	private static Audit.Day day(Readable row) {
		return new Audit.Day(instant(row, "day").atOffset(ZoneOffset.UTC).toLocalDate(), number(row, "counted"),
				number(row, "repeated"), number(row, "crawler"), number(row, "automated"), number(row, "prefetch"));
	}

	private static Instant instant(Readable row, String column) {
		OffsetDateTime time = row.get(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : Instant.EPOCH;
	}

	private static long number(Readable row, String column) {
		Long value = row.get(column, Long.class);
		return (value != null) ? value : 0;
	}

}
