package org.rayonka.article.reading;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.paging.Page;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The articles that the public may see, and those that it saw until they were withdrawn.
 */
@Repository
class PublicArticles {

	private static final String SELECT = "select " + PublicArticle.COLUMNS + " from article a "
			+ PublicArticle.WITH_COUNTS + " where a.status in ('published', 'withdrawn') and ";

	private final DatabaseClient database;

	PublicArticles(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * A part of a list, newest first.
	 * @param filter what is wanted
	 * @param cursor where the part before ended, null for the first
	 * @param limit how many make a part
	 * @return the part
	 */
	Mono<Page<PublicArticle>> newest(Filter filter, @Nullable String cursor, int limit) {
		ListSql sql = ListSql.newest(filter, (cursor != null) ? Place.read(cursor) : null);
		return this.database.sql(sql.text())
			.bindValues(sql.values())
			.bind("limit", limit + 1)
			.map(PublicArticle::of)
			.all()
			.collectList()
			.map((rows) -> Page.cut(rows, limit, (article) -> Place.of(article).cursor()));
	}

	/**
	 * Articles by their ids.
	 * @param ids in any order
	 * @return those that are published, in the order of the ids
	 */
	Mono<List<PublicArticle>> published(List<UUID> ids) {
		if (ids.isEmpty()) {
			return Mono.just(List.of());
		}
		return this.database.sql(SELECT + "a.status = 'published' and a.id = any(:ids)")
			.bind("ids", ids.toArray(UUID[]::new))
			.map(PublicArticle::of)
			.all()
			.collectMap(PublicArticle::id)
			.map((found) -> ids.stream().filter(found::containsKey).map(found::get).toList());
	}

	/**
	 * An article by its id.
	 * @param id its id
	 * @return the article, empty when it never was public
	 */
	Mono<PublicArticle> find(UUID id) {
		return this.database.sql(SELECT + "a.id = :id").bind("id", id).map(PublicArticle::of).one();
	}

	/**
	 * An article by the path of its page, also by one that the page had before.
	 * @param path with a leading slash
	 * @return the article, empty when there never was such a page
	 */
	Mono<PublicArticle> findByPath(String path) {
		return this.database.sql(SELECT + """
				a.id = coalesce((select id from article where path = :path),
					(select article_id from former_address where path = :path))
				""").bind("path", path).map(PublicArticle::of).one();
	}

	/**
	 * An article's body as it is stored.
	 * @param id of a public article
	 * @return HTML
	 */
	Mono<String> body(UUID id) {
		return this.database.sql("select html from article_body where article_id = :id")
			.bind("id", id)
			.map((row) -> Objects.requireNonNull(row.get("html", String.class)))
			.one();
	}

}
