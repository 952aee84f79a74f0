package org.rayonka.article.reading;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.paging.Page;
import org.rayonka.article.StoredJson;
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
	 * What an article's page shows beyond what lists do.
	 * @param id of a public article
	 * @return its body as it is stored, and its corrections
	 */
	Mono<Text> text(UUID id) {
		return this.database.sql("""
				select b.html, (select coalesce(jsonb_agg(jsonb_build_object('at', r.at, 'note', r.note)
					order by r.revision desc), '[]') from article_revision r where r.article_id = b.article_id
					and r.action = 'corrected' and btrim(r.note) <> '') as corrections
				from article_body b where b.article_id = :id
				""").bind("id", id).map(Text::of).one();
	}

	/**
	 * An article's own words.
	 *
	 * @param html the body as it is stored
	 * @param corrections newest first, none that was made without a note
	 */
	record Text(String html, List<Correction> corrections) {

		static Text of(Readable row) {
			return new Text(Objects.requireNonNull(row.get("html", String.class)),
					StoredJson.readList(row.get("corrections", Json.class), Correction.class));
		}

	}

}
