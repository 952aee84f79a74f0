package org.rayonka.article.mainstories;

import java.util.List;
import java.util.UUID;

import org.rayonka.article.purging.Purges;
import org.rayonka.article.reading.PublicArticle;
import org.rayonka.tags.CacheTags;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The main stories of editions. What is withdrawn leaves by itself.
 */
@Repository
class MainStories {

	private static final String LIST = "select " + PublicArticle.COLUMNS
			+ " from main_story m join article a on a.id = m.article_id and a.status = 'published' "
			+ PublicArticle.WITH_COUNTS + " where m.edition = :edition order by m.position";

	private final DatabaseClient database;

	private final Purges purges;

	private final TransactionalOperator transaction;

	MainStories(DatabaseClient database, Purges purges, TransactionalOperator transaction) {
		this.database = database;
		this.purges = purges;
		this.transaction = transaction;
	}

	/**
	 * An edition's main stories.
	 * @param edition its slug
	 * @return in the editors' order; none when nothing is pinned
	 */
	Flux<PublicArticle> of(String edition) {
		return this.database.sql(LIST).bind("edition", edition).map(PublicArticle::of).all();
	}

	/**
	 * Which of these the public cannot see.
	 * @param articles ids
	 * @return those that are not published, none when all are
	 */
	Mono<List<UUID>> unknown(List<UUID> articles) {
		return this.database.sql("""
				select id from unnest(:ids::uuid[]) as wanted (id)
				where not exists (select from article a where a.id = wanted.id and a.status = 'published')
				""").bind("ids", articles.toArray(UUID[]::new)).mapValue(UUID.class).all().collectList();
	}

	/**
	 * Replaces an edition's main stories.
	 * @param edition its slug
	 * @param articles published ones in their order
	 * @return completes when they are kept
	 */
	Mono<Void> put(String edition, List<UUID> articles) {
		return lock(edition).then(clear(edition))
			.then(insert(edition, articles))
			.then(this.purges.of(CacheTags.LISTS))
			.as(this.transaction::transactional);
	}

	/** Two editors who pin at once come one after the other. */
	private Mono<Void> lock(String edition) {
		return this.database.sql("select slug from edition where slug = :edition for no key update")
			.bind("edition", edition)
			.then();
	}

	private Mono<Void> clear(String edition) {
		return this.database.sql("delete from main_story where edition = :edition").bind("edition", edition).then();
	}

	private Mono<Void> insert(String edition, List<UUID> articles) {
		return this.database.sql("""
				insert into main_story (edition, position, article_id)
				select :edition, position, id from unnest(:ids::uuid[]) with ordinality as pinned (id, position)
				""").bind("edition", edition).bind("ids", articles.toArray(UUID[]::new)).then();
	}

}
