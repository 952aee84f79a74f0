package org.rayonka.article.reading;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.paging.Cursor;
import org.rayonka.article.paging.Page;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The articles that the public may see, and those that it saw until they were withdrawn.
 */
@Repository
class PublicArticles {

	private static final String SELECT = "select " + PublicArticle.COLUMNS + " from article a "
			+ PublicArticle.WITH_COUNTS + " where a.status in ('published', 'withdrawn') and ";

	/** The newest of the rubric and of each tag, each by its own index. */
	private static final String RELATED = "select " + PublicArticle.COLUMNS + """
			 from article a left join article_counts n on n.article_id = a.id
			where a.status = 'published' and a.id in (
				select near.id from (
					(select r.id, r.published_at from article r
						where r.status = 'published' and r.edition = :edition and r.rubric = :rubric and r.id <> :id
						order by r.published_at desc, r.id desc limit :limit)
					union
					select t.article_id, t.published_at from unnest(:tags::text[]) as own (tag)
						cross join lateral (select article_id, published_at from article_tag
							where edition = :edition and tag = own.tag and article_id <> :id
							order by published_at desc, article_id desc limit :limit) t
				) near order by near.published_at desc, near.id desc limit :limit)
			order by a.published_at desc, a.id desc
			""";

	private static final int RELATED_LIMIT = 5;

	private final DatabaseClient database;

	PublicArticles(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * A part of a list: newest first, or best first when words are searched.
	 * @param filter what is wanted
	 * @param cursor where the part before ended, null for the first
	 * @param limit how many make a part
	 * @return the part
	 */
	Mono<Page<PublicArticle>> list(Filter filter, @Nullable String cursor, int limit) {
		String words = filter.words();
		return (words != null) ? best(filter, words, cursor, limit) : newest(filter, cursor, limit);
	}

	private Mono<Page<PublicArticle>> newest(Filter filter, @Nullable String cursor, int limit) {
		ListSql sql = ListSql.newest(filter, (cursor != null) ? Place.ByDate.read(cursor) : null);
		return this.database.sql(sql.newest())
			.bindValues(sql.values())
			.bind("limit", limit + 1)
			.map(PublicArticle::of)
			.all()
			.collectList()
			.map((rows) -> Page.cut(rows, limit,
					(article) -> new Place.ByDate(article.publishedAt(), article.id()).cursor()));
	}

	private Mono<Page<PublicArticle>> best(Filter filter, String words, @Nullable String cursor, int limit) {
		ListSql sql = ListSql.best(filter, words, (cursor != null) ? Place.ByRank.read(cursor) : null);
		return this.database.sql(sql.best())
			.bindValues(sql.values())
			.bind("limit", limit + 1)
			.map(Hit::of)
			.all()
			.collectList()
			.map((hits) -> Page.cut(hits, limit, Hit::cursor).map(Hit::article));
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

	/**
	 * What readers of an article may like to read next: the newest of its edition with
	 * the same rubric or one of its tags, never itself, never a withdrawn one.
	 * @param article the article
	 * @return at most five
	 */
	Mono<List<PublicArticle>> related(PublicArticle article) {
		return relatedRows(article).collectList();
	}

	private Flux<PublicArticle> relatedRows(PublicArticle article) {
		return this.database.sql(RELATED)
			.bind("edition", article.edition())
			.bind("rubric", article.rubric())
			.bind("tags", article.tags().toArray(String[]::new))
			.bind("id", article.id())
			.bind("limit", RELATED_LIMIT)
			.map(PublicArticle::of)
			.all();
	}

	/**
	 * What a search found.
	 */
	private record Hit(PublicArticle article, float rank) {

		static Hit of(Readable row) {
			return new Hit(PublicArticle.of(row), Objects.requireNonNull(row.get("rank", Float.class)));
		}

		Cursor cursor() {
			return new Place.ByRank(this.rank, this.article.id()).cursor();
		}

	}

}
