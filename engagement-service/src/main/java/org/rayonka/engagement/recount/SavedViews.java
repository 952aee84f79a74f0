package org.rayonka.engagement.recount;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.rayonka.engagement.scoreboard.Window;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What PostgreSQL holds of views.
 */
@Component
class SavedViews {

	private static final String SELECT = """
			select article_id, views, day, week, month, next_offset
			from view_offset join counts using (partition)
			cross join lateral (select (sum(counted) filter (where hour >= :day))::bigint as day,
				(sum(counted) filter (where hour >= :week))::bigint as week, sum(counted)::bigint as month
				from view_hour v where v.article_id = counts.article_id and hour >= :month) as sums
			where partition = :partition and article_id = any(:articles)""";

	private final DatabaseClient database;

	SavedViews(DatabaseClient database) {
		this.database = database;
	}

	/** Articles of a partition after another, in the order of ids. */
	Flux<UUID> articles(int partition, UUID after, int limit) {
		return this.database.sql("""
				select article_id from counts where partition = :partition and article_id > :after
				order by article_id limit :limit""")
			.bind("partition", partition)
			.bind("after", after)
			.bind("limit", limit)
			.mapValue(UUID.class)
			.all();
	}

	/** Views over all time and from the bounds on, those without a snapshot left out. */
	Mono<Map<UUID, Saved>> of(int partition, List<UUID> articles, Map<Window, Long> lows) {
		return this.database.sql(SELECT)
			.bind("partition", partition)
			.bind("articles", articles.toArray(UUID[]::new))
			.bind("day", Recounted.begin(lows, Window.DAY))
			.bind("week", Recounted.begin(lows, Window.WEEK))
			.bind("month", Recounted.begin(lows, Window.MONTH))
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("article_id", UUID.class)), Saved.of(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * Views of an article.
	 *
	 * @param nextOffset the first record of the log that is not in the numbers
	 * @param views by window
	 */
	record Saved(long nextOffset, Map<Window, Long> views) {

		static Saved of(Readable row) {
			return new Saved(Recounted.number(row, "next_offset"),
					Map.of(Window.ALL, Recounted.number(row, "views"), Window.DAY, Recounted.number(row, "day"),
							Window.WEEK, Recounted.number(row, "week"), Window.MONTH, Recounted.number(row, "month")));
		}

	}

}
