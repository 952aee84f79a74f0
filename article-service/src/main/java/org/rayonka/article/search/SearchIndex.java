package org.rayonka.article.search;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What searches look into: only what is published stands in it, so neither a draft can be
 * found there nor what was withdrawn.
 */
@Repository
public class SearchIndex {

	private static final String PUT = """
			insert into article_search (article_id, published_at, words, title, marks)
			select article_id, published_at, words, title, marks from searchable_article where article_id = :id
			on conflict (article_id) do update set published_at = excluded.published_at, words = excluded.words,
				title = excluded.title, marks = excluded.marks
			""";

	private final DatabaseClient database;

	SearchIndex(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Makes an article findable as it is now, within the caller's transaction.
	 * @param id of an article whose row is written
	 * @return completes when it is done
	 */
	public Mono<Void> put(UUID id) {
		return run(PUT, id).then(run("select learn_words(:id)", id));
	}

	/**
	 * Takes an article out, within the caller's transaction.
	 * @param id of an article
	 * @return completes when it is done
	 */
	public Mono<Void> clear(UUID id) {
		return run("delete from article_search where article_id = :id", id);
	}

	private Mono<Void> run(String sql, UUID id) {
		return this.database.sql(sql).bind("id", id).then();
	}

}
