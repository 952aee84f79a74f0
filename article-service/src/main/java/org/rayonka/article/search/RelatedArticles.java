package org.rayonka.article.search;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What readers of an article may like to read next. Few are weighed, each found by an
 * index: the newest with one of its tags, with words of its headline, of its rubric.
 */
@Repository
public class RelatedArticles {

	private static final int MOST = 6;

	private final DatabaseClient database;

	RelatedArticles(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * What belongs to an article: first what its own edition has, then others; among
	 * those what shares rare tags and words of the headline, and the newest. Never itself
	 * and never a withdrawn one, since neither can be found.
	 * @param id the article
	 * @return at most six
	 */
	public Mono<List<UUID>> of(UUID id) {
		return this.database.sql("select related_articles(:id, :limit)")
			.bind("id", id)
			.bind("limit", MOST)
			.mapValue(UUID.class)
			.all()
			.collectList();
	}

}
