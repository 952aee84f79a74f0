package org.rayonka.article.reading;

import java.util.UUID;

import org.rayonka.article.search.SearchIndex;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What tags and searches find an article by: only what is published stands on the shelf,
 * so a draft cannot be found there, nor can what was withdrawn.
 */
@Repository
public class Shelf {

	private static final String TAGS = """
			insert into article_tag (article_id, tag, edition, published_at)
			select a.id, tag, a.edition, a.published_at from article a cross join unnest(a.tags) as tag
			where a.id = :id and a.status = 'published'
			on conflict do nothing
			""";

	private final DatabaseClient database;

	private final SearchIndex index;

	Shelf(DatabaseClient database, SearchIndex index) {
		this.database = database;
		this.index = index;
	}

	/**
	 * Puts an article where it belongs now, within the caller's transaction.
	 * @param id of an article whose row is written
	 * @return completes when it is done
	 */
	public Mono<Void> put(UUID id) {
		return untag(id).then(run(TAGS, id)).then(this.index.put(id));
	}

	/**
	 * Takes an article away, within the caller's transaction.
	 * @param id of an article
	 * @return completes when it is done
	 */
	public Mono<Void> clear(UUID id) {
		return untag(id).then(this.index.clear(id));
	}

	private Mono<Void> untag(UUID id) {
		return run("delete from article_tag where article_id = :id", id);
	}

	private Mono<Void> run(String sql, UUID id) {
		return this.database.sql(sql).bind("id", id).then();
	}

}
