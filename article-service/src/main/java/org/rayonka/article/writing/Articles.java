package org.rayonka.article.writing;

import java.time.Instant;
import java.util.UUID;

import org.rayonka.article.StoredJson;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The newsroom's articles with all their states.
 */
@Repository
class Articles {

	private static final String SELECT = """
			select a.*, b.html, p.content as pending from article a
			join article_body b on b.article_id = a.id left join article_pending p on p.article_id = a.id
			where a.id = :id
			""";

	private static final String INSERT = """
			insert into article (id, edition, rubric, status, revision, headline, standfirst, byline, age_mark, tags,
				pictures, videos, comments_open, created_at, saved_at, publish_at, slug, path, published_at,
				updated_at, public_revision, withdrawn_at, authors, also_in)
			values (:id, :edition, :rubric, :status, :revision, :headline, :standfirst, :byline, :ageMark, :tags,
				:pictures, :videos, :commentsOpen, :savedAt, :savedAt, :publishAt, :slug, :path, :publishedAt,
				:updatedAt, :publicRevision, :withdrawnAt, :authors, :alsoIn)
			""";

	private static final String UPDATE = """
			update article set edition = :edition, rubric = :rubric, status = :status, revision = :revision,
				headline = :headline, standfirst = :standfirst, byline = :byline, age_mark = :ageMark, tags = :tags,
				pictures = :pictures, videos = :videos, comments_open = :commentsOpen, saved_at = :savedAt,
				publish_at = :publishAt, slug = :slug, path = :path, published_at = :publishedAt, updated_at = :updatedAt,
				public_revision = :publicRevision, withdrawn_at = :withdrawnAt,
				authors = :authors, also_in = :alsoIn
			where id = :id and revision = :revision - 1
			""";

	private final DatabaseClient database;

	private final Revisions revisions;

	Articles(DatabaseClient database, Revisions revisions) {
		this.database = database;
		this.revisions = revisions;
	}

	/**
	 * Reads an article.
	 * @param id its id
	 * @return the article, empty when there is none
	 */
	Mono<Article> find(UUID id) {
		return this.database.sql(SELECT).bind("id", id).map(ArticleRow::read).one();
	}

	/**
	 * Keeps everybody else from changing an article until the caller's transaction ends,
	 * and then reads it. In two statements: one that waited for the lock would join the
	 * body as it was before it waited.
	 * @param id its id
	 * @return the article, empty when there is none
	 */
	Mono<Article> lock(UUID id) {
		return this.database.sql("select id from article where id = :id for update")
			.bind("id", id)
			.mapValue(UUID.class)
			.one()
			.flatMap(this::find);
	}

	/**
	 * Those whose time to become public has come, the longest waiting first.
	 * @param now the time
	 * @param limit at most so many
	 * @return their ids, none when nothing is due
	 */
	Flux<UUID> due(Instant now, int limit) {
		return this.database.sql(
				"select id from article where status = 'scheduled' and publish_at <= :now order by publish_at limit :limit")
			.bind("now", now)
			.bind("limit", limit)
			.mapValue(UUID.class)
			.all();
	}

	/**
	 * Keeps a new article, within the caller's transaction.
	 * @param article at its first revision
	 * @param step who began it
	 * @return the same
	 */
	Mono<Article> add(Article article, Step step) {
		return ArticleRow.bind(this.database.sql(INSERT), article)
			.then()
			.then(putBody(article))
			.then(this.revisions.add(article, step))
			.thenReturn(article);
	}

	/**
	 * Keeps the next state of an article that the caller's transaction has locked.
	 * @param article the next state
	 * @param step who made it
	 * @return the same
	 */
	Mono<Article> update(Article article, Step step) {
		return ArticleRow.bind(this.database.sql(UPDATE), article)
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("The article was not locked: " + article.id())))
			.then(putBody(article))
			.then(putPending(article))
			.then(this.revisions.add(article, step))
			.thenReturn(article);
	}

	private Mono<Void> putBody(Article article) {
		return this.database.sql("""
				insert into article_body as known (article_id, html) values (:id, :html)
				on conflict (article_id) do update set html = excluded.html where known.html <> excluded.html
				""").bind("id", article.id()).bind("html", article.content().body()).then();
	}

	private Mono<Void> putPending(Article article) {
		Content pending = article.pending();
		if (pending == null) {
			return this.database.sql("delete from article_pending where article_id = :id")
				.bind("id", article.id())
				.then();
		}
		return this.database.sql("""
				insert into article_pending (article_id, content) values (:id, :content)
				on conflict (article_id) do update set content = excluded.content
				""").bind("id", article.id()).bind("content", StoredJson.write(pending)).then();
	}

}
