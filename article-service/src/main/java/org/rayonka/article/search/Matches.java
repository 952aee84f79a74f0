package org.rayonka.article.search;

import java.util.List;
import java.util.Map;

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

	private static final int BLOCK = 200;

	/** So many may stand where a block was, if an import puts older articles there. */
	private static final int GROWN = 10 * BLOCK;

	private static final String PAGE = """
			with block as materialized (
				select * from newest_matches(cast(:query as tsquery), :marks, :newestAt, :newestId, :oldestAt, :oldestId,
					:block + 1) with ordinality as match (article_id, published_at, rank, place)
			), ends as (
				select newest.published_at as newest_at, newest.article_id as newest_id,
					oldest.published_at as oldest_at, oldest.article_id as oldest_id, size.of > :block as more
				from (select count(*) as of from block) as size
				join block newest on newest.place = 1 join block oldest on oldest.place = least(:block, size.of)
			)
			select published_at, article_id, rank, ends.* from block cross join ends
			where place <= :block and (rank, published_at, article_id) < (:rank, :lastAt, :lastId)
			order by rank desc, published_at desc, article_id desc limit :limit
			""";

	private final DatabaseClient database;

	Matches(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The best of a block, or of the rest of one.
	 * @param query in the form of PostgreSQL's {@code tsquery}
	 * @param scope where to look
	 * @param place where the part before ended
	 * @param limit how many are wanted
	 * @return best first
	 */
	Mono<List<Match>> best(String query, Scope scope, Place place, int limit) {
		return this.database.sql(PAGE)
			.bindValues(bounds(scope, place))
			.bind("query", query)
			.bind("marks", scope.marks().toArray(String[]::new))
			.bind("limit", limit)
			.map(Match::of)
			.all()
			.collectList();
	}

	private static Map<String, Object> bounds(Scope scope, Place place) {
		Moment newest = scope.newest(place.newest());
		Rest rest = place.rest();
		return (rest != null) ? bounds(newest, rest.block().oldest(), GROWN, rest.rank(), rest.last())
				: bounds(newest, scope.oldest(), BLOCK, Float.MAX_VALUE, Moment.LAST);
	}

	private static Map<String, Object> bounds(Moment newest, Moment oldest, int block, float rank, Moment last) {
		return Map.of("newestAt", newest.at(), "newestId", newest.id(), "oldestAt", oldest.at(), "oldestId",
				oldest.id(), "block", block, "rank", rank, "lastAt", last.at(), "lastId", last.id());
	}

}
