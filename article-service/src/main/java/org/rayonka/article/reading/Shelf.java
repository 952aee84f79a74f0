package org.rayonka.article.reading;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.rayonka.article.edition.Placement;
import org.rayonka.article.search.SearchIndex;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What lists and searches find an article by: only what is published stands on the shelf,
 * so a draft cannot be found there, nor can what was withdrawn.
 */
@Repository
public class Shelf {

	private static final String PLACE = """
			insert into article_placement (article_id, edition, rubric, published_at)
			select a.id, place.edition, place.rubric, a.published_at
			from article a cross join unnest(:editions::text[], :rubrics::text[]) as place (edition, rubric)
			where a.id = :id and a.status = 'published'
			""";

	private static final String TAG = """
			insert into article_tag (article_id, tag, edition, published_at)
			select a.id, tag, p.edition, a.published_at
			from article a join article_placement p on p.article_id = a.id cross join unnest(a.tags) as tag
			where a.id = :id
			on conflict do nothing
			""";

	private static final String SIGN = """
			insert into article_author (article_id, author, published_at)
			select a.id, known.author, a.published_at from article a cross join lateral (
				select a.byline as author where a.byline <> ''
				union select slug from author where slug = any(a.authors)
				union select name from author where slug = any(a.authors)) as known
			where a.id = :id and a.status = 'published'
			""";

	private static final List<String> CLEAR = List.of("delete from article_tag where article_id = :id",
			"delete from article_author where article_id = :id",
			"delete from article_placement where article_id = :id");

	private final DatabaseClient database;

	private final SearchIndex index;

	Shelf(DatabaseClient database, SearchIndex index) {
		this.database = database;
		this.index = index;
	}

	/**
	 * Where an article stands now.
	 * @param id of an article
	 * @return none when it is not public
	 */
	public Mono<List<Placement>> placements(UUID id) {
		return this.database.sql("select edition, rubric from article_placement where article_id = :id")
			.bind("id", id)
			.map((row) -> new Placement(Objects.requireNonNull(row.get("edition", String.class)),
					Objects.requireNonNull(row.get("rubric", String.class))))
			.all()
			.collectList();
	}

	/**
	 * Puts an article where it belongs now, within the caller's transaction.
	 * @param id of an article whose row is written
	 * @param placements where it is to stand
	 * @return completes when it is done
	 */
	public Mono<Void> put(UUID id, List<Placement> placements) {
		return takeAway(id).then(place(id, placements)).then(run(TAG, id)).then(run(SIGN, id)).then(this.index.put(id));
	}

	private Mono<Void> place(UUID id, List<Placement> placements) {
		return this.database.sql(PLACE)
			.bind("id", id)
			.bind("editions", placements.stream().map(Placement::edition).toArray(String[]::new))
			.bind("rubrics", placements.stream().map(Placement::rubric).toArray(String[]::new))
			.then();
	}

	/**
	 * Takes an article away, within the caller's transaction.
	 * @param id of an article
	 * @return completes when it is done
	 */
	public Mono<Void> clear(UUID id) {
		return takeAway(id).then(this.index.clear(id));
	}

	private Mono<Void> takeAway(UUID id) {
		return Flux.fromIterable(CLEAR).concatMap((sql) -> run(sql, id)).then();
	}

	private Mono<Void> run(String sql, UUID id) {
		return this.database.sql(sql).bind("id", id).then();
	}

}
