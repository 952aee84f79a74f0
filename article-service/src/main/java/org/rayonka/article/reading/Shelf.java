package org.rayonka.article.reading;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What tags and searches find an article by: only what is published stands on the shelf,
 * so a draft cannot be found there, nor can what was withdrawn.
 */
@Repository
public class Shelf {

	/**
	 * The parser of to_tsvector passes over HTML tags; the bound keeps it in its limits.
	 */
	private static final String WORDS = """
			insert into article_search (article_id, words)
			select a.id, setweight(to_tsvector('russian', translate(a.headline, 'ёЁ', 'еЕ')), 'A')
				|| setweight(to_tsvector('russian', translate(a.standfirst, 'ёЁ', 'еЕ')), 'B')
				|| setweight(to_tsvector('russian', translate(left(b.html, 100000), 'ёЁ', 'еЕ')), 'D')
			from article a join article_body b on b.article_id = a.id
			where a.id = :id and a.status = 'published'
			on conflict (article_id) do update set words = excluded.words
			""";

	private static final String TAGS = """
			insert into article_tag (article_id, tag, edition, published_at)
			select a.id, tag, a.edition, a.published_at from article a cross join unnest(a.tags) as tag
			where a.id = :id and a.status = 'published'
			on conflict do nothing
			""";

	private final DatabaseClient database;

	Shelf(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Puts an article where it belongs now, within the caller's transaction.
	 * @param id of an article whose row is written
	 * @return completes when it is done
	 */
	public Mono<Void> put(UUID id) {
		return clear(id).then(run(WORDS, id)).then(run(TAGS, id));
	}

	/**
	 * Takes an article away, within the caller's transaction.
	 * @param id of an article
	 * @return completes when it is done
	 */
	public Mono<Void> clear(UUID id) {
		return run("delete from article_tag where article_id = :id", id)
			.then(run("delete from article_search where article_id = :id", id));
	}

	private Mono<Void> run(String sql, UUID id) {
		return this.database.sql(sql).bind("id", id).then();
	}

}
