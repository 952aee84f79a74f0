package org.rayonka.engagement.projection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.rayonka.engagement.scoreboard.Standing;
import org.rayonka.engagement.scoreboard.Told;
import org.rayonka.engagement.scoreboard.Window;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the scoreboard does not know yet, as it stands in PostgreSQL.
 */
@Component
class Standings {

	static final int PAGE = 200;

	static final String PENDING = """
			select article_id, change, likes, comments, coalesce(edition, '') as edition, coalesce(rubric, '') as rubric,
				(select string_agg(metric || ',' || extract(epoch from hour)::bigint / 3600 || ',' || value, ';')
				from tally where tally.article_id = counts.article_id and hour >= :oldest) as tallies
			from counts left join card using (article_id)
			where counts.partition = :partition and projected < change order by article_id limit :page""";

	/** A change that came meanwhile has a higher number and stays pending. */
	private static final String DONE = """
			with told as (update projection set told = greatest(told, :told)
				where partition = :partition and epoch = :epoch)
			update counts set projected = row.change
			from (select * from unnest(:articles, :changes) as row (article, change) order by article) as row
			where article_id = row.article and projected < row.change""";

	private static final String PEND = """
			with page as (select article_id from counts where partition = :partition and article_id > :after
				order by article_id limit :limit for update),
			pending as (update counts set change = change + 1 from page where counts.article_id = page.article_id)
			select article_id from page order by article_id desc limit 1""";

	private static final int MANY = 5000;

	/** Before every article. */
	private static final UUID FIRST = new UUID(0, 0);

	private final DatabaseClient database;

	private final Clock clock;

	Standings(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** Some of what is pending in a partition, an empty list when nothing is. */
	Mono<List<Standing>> pending(int partition) {
		Instant oldest = Instant.ofEpochSecond(Window.MONTH.low(this.clock.instant()) * 3600);
		return this.database.sql(PENDING)
			.bind("oldest", oldest)
			.bind("partition", partition)
			.bind("page", PAGE)
			.map(Standings::standing)
			.all()
			.collectList();
	}

	/** How much the scoreboard of a partition has been told. */
	Mono<Told> told(int partition) {
		return this.database.sql("select epoch, told from projection where partition = :partition")
			.bind("partition", partition)
			.map((row) -> new Told(text(row, "epoch"), number(row, "told")))
			.one()
			.defaultIfEmpty(Told.NOTHING);
	}

	/** They are pending no more, unless they have changed meanwhile. */
	Mono<Void> done(int partition, Told told, List<Standing> standings) {
		return this.database.sql(DONE)
			.bind("partition", partition)
			.bind("epoch", told.epoch())
			.bind("told", told.times())
			.bind("articles", standings.stream().map(Standing::article).toArray(UUID[]::new))
			.bind("changes", standings.stream().map(Standing::version).toArray(Long[]::new))
			.then();
	}

	/**
	 * Lets everything be pending again.
	 * @param partition of a scoreboard that has lost some of what it was told
	 * @param told how much it says that it was told
	 * @return completes when it is; when it fails before, it has to be called again
	 */
	Mono<Void> pendAgain(int partition, Told told) {
		return pend(partition, FIRST).expand((last) -> pend(partition, last))
			.then(this.database.sql("""
					insert into projection (partition, epoch, told) values (:partition, :epoch, :told)
					on conflict (partition) do update set epoch = :epoch, told = :told""")
				.bind("partition", partition)
				.bind("epoch", told.epoch())
				.bind("told", told.times())
				.then());
	}

	private Mono<UUID> pend(int partition, UUID after) {
		return this.database.sql(PEND)
			.bind("partition", partition)
			.bind("after", after)
			.bind("limit", MANY)
			.mapValue(UUID.class)
			.one();
	}

	private static Standing standing(Readable row) {
		return new Standing(UUID.fromString(text(row, "article_id")), number(row, "change"), text(row, "edition"),
				text(row, "rubric"), number(row, "likes"), number(row, "comments"), text(row, "tallies"));
	}

	private static long number(Readable row, String column) {
		Long value = row.get(column, Long.class);
		return (value != null) ? value : 0;
	}

	private static String text(Readable row, String column) {
		Object value = row.get(column);
		return (value != null) ? value.toString() : "";
	}

}
