package org.rayonka.article.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.rayonka.article.search.Place.Rest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Ranks matches in blocks: the newest few hundred by how well they fit, then those before
 * them, and so on. So a frequent word costs what a rare one does, and a walk through the
 * results still comes to all of them (ADR 16).
 */
@Repository
class Matches {

	private static final int BLOCK = 300;

	private static final String PAGE = """
			with block as materialized (
				select * from newest_matches(cast(:query as tsquery), :marks, :earliest, :newestAt, :newestId, :enough)
			), kept as (
				select * from block where (published_at, article_id) >= (:oldestAt, :oldestId)
				order by published_at desc, article_id desc limit :block
			), ends as (
				select newest.*, oldest.*, exists (select from block
					where (published_at, article_id) < (oldest.oldest_at, oldest.oldest_id)) as more
				from (select published_at as newest_at, article_id as newest_id from kept
						order by published_at desc, article_id desc limit 1) as newest,
					(select published_at as oldest_at, article_id as oldest_id from kept
						order by published_at, article_id limit 1) as oldest
			), ranked as (
				select kept.*, ts_rank(s.words, cast(:query as tsquery)) as rank
				from kept join article_search s using (article_id)
			)
			select ranked.published_at, article_id, rank, ends.* from ranked cross join ends
			where (rank, ranked.published_at, article_id) < (:rank, :lastAt, :lastId)
			order by rank desc, ranked.published_at desc, article_id desc limit :limit
			""";

	/** More than any rank that there is. */
	private static final Rest WHOLE = new Rest(Moment.FIRST, Float.MAX_VALUE, Moment.LAST);

	private final DatabaseClient database;

	Matches(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The best of a block.
	 * @param query in the form of PostgreSQL's {@code tsquery}
	 * @param scope where to look
	 * @param place where the part before ended
	 * @param limit how many are wanted
	 * @return best first
	 */
	Mono<List<Match>> best(String query, Scope scope, Place place, int limit) {
		return this.database.sql(PAGE)
			.bindValues(values(scope.newest(place.newest()), Objects.requireNonNullElse(place.rest(), WHOLE)))
			.bind("query", query)
			.bind("marks", scope.marks().toArray(String[]::new))
			.bind("earliest", scope.earliest())
			.bind("block", BLOCK)
			.bind("enough", BLOCK + 1)
			.bind("limit", limit)
			.map(Match::of)
			.all()
			.collectList();
	}

	private static Map<String, Object> values(Moment newest, Rest rest) {
		return Map.of("newestAt", newest.at(), "newestId", newest.id(), "oldestAt", rest.oldest().at(), "oldestId",
				rest.oldest().id(), "rank", rest.rank(), "lastAt", rest.last().at(), "lastId", rest.last().id());
	}

}
