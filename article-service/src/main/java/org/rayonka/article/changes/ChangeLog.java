package org.rayonka.article.changes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.rayonka.article.edition.Placement;
import org.rayonka.article.reading.PublicArticle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The log of what happened in public, in the order in which it became visible.
 * <p>
 * A sequence alone does not give that: a transaction may take number 7, another take 8
 * and commit first; a reader who sees 8 and asks for what comes after it never sees 7. So
 * a writer takes one lock before it takes its number and keeps it until its commit is
 * visible (PostgreSQL releases a transaction's locks after that): numbers become visible
 * in their order. The lock is taken as late as can be, after the rows that the writer
 * changes, so it costs no more than the commit itself, and no two writers can wait for
 * each other.
 */
@Repository
public class ChangeLog {

	/** Any number, the same in every instance: the one lock of the log. */
	private static final long LOCK = 0x72_6179_6F6E_6B61L;

	private static final String ALL = "select c.position, c.kind, c.at, " + PublicArticle.COLUMNS
			+ " from change c join article a on a.id = c.article_id " + PublicArticle.WITH_COUNTS
			+ " where c.position > :after order by c.position limit :limit";

	/** To who follows a part of the network, what leaves it is withdrawn. */
	private static final String SEEN = "select c.position, c.at, case when not seen.was then 'published'"
			+ " when not seen.remains then 'withdrawn' else c.kind end as kind, " + PublicArticle.COLUMNS
			+ " from (select p.position, bool_or(p.was) as was, bool_or(p.remains) as remains from change_place p"
			+ " where p.position > :after%s group by p.position order by p.position limit :limit) as seen"
			+ " join change c on c.position = seen.position join article a on a.id = c.article_id "
			+ PublicArticle.WITH_COUNTS + " order by c.position";

	private static final String INSERT = """
			with entry as (
				insert into change (position, article_id, kind, at, revision)
				values (nextval('change_position'), :article, :kind, :at, :revision) returning position
			)
			insert into change_place (position, edition, rubric, was, remains)
			select entry.position, edition, rubric, bool_or(was), bool_or(not was)
			from entry cross join unnest(:editions::text[], :rubrics::text[], :was::boolean[]) as place (edition, rubric, was)
			group by entry.position, edition, rubric
			""";

	private final DatabaseClient database;

	ChangeLog(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Writes an entry, within the caller's transaction and after all rows that it locks.
	 * @param change the entry
	 * @return completes when it is written, not yet visible
	 */
	public Mono<Void> append(Change change) {
		return lock().then(insert(change));
	}

	private Mono<Void> lock() {
		return this.database.sql("select pg_advisory_xact_lock(:lock)").bind("lock", LOCK).then();
	}

	private Mono<Void> insert(Change change) {
		List<Placement> places = Stream.concat(change.before().stream(), change.after().stream()).toList();
		return this.database.sql(INSERT)
			.bind("article", change.article())
			.bind("editions", places.stream().map(Placement::edition).toArray(String[]::new))
			.bind("rubrics", places.stream().map(Placement::rubric).toArray(String[]::new))
			.bind("was",
					IntStream.range(0, places.size())
						.mapToObj((i) -> i < change.before().size())
						.toArray(Boolean[]::new))
			.bind("kind", change.kind().toString())
			.bind("at", change.at())
			.bind("revision", change.revision())
			.then();
	}

	/**
	 * Entries in their order.
	 * @param after where the reader stands
	 * @param filter whose changes are wanted
	 * @param limit at most so many
	 * @return none when there is nothing new
	 */
	Mono<List<LoggedChange>> after(Position after, ChangeFilter filter, int limit) {
		return this.database.sql(filter.isEmpty() ? ALL : SEEN.formatted(filter.condition()))
			.bindValues(values(after, filter, limit))
			.map(LoggedChange::of)
			.all()
			.collectList();
	}

	/**
	 * Where the log ends now.
	 * @return the last position, the start when the log is empty
	 */
	Mono<Position> end() {
		return this.database.sql("select coalesce(max(position), 0) as position from change")
			.map((row) -> new Position(Objects.requireNonNull(row.get("position", Long.class))))
			.one();
	}

	private static Map<String, Object> values(Position after, ChangeFilter filter, int limit) {
		Map<String, Object> values = new HashMap<>(Map.of("after", after.value(), "limit", limit));
		if (filter.edition() != null) {
			values.put("edition", filter.edition());
		}
		if (filter.rubric() != null) {
			values.put("rubric", filter.rubric());
		}
		return values;
	}

}
