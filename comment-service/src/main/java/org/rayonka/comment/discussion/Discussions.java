package org.rayonka.comment.discussion;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Binding;
import org.rayonka.comment.CommentProblem;
import org.rayonka.events.ArticleCard;
import org.rayonka.events.ArticleCorrected;
import org.rayonka.events.ArticleEvent;
import org.rayonka.events.ArticlePublished;
import org.rayonka.events.ArticleWithdrawn;
import org.rayonka.events.Premoderation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * All discussions, one for each article ever published.
 */
@Repository
public class Discussions {

	private static final String SELECT = """
			select d.article_id, d.edition, d.open, d.withdrawn, d.published_at, d.comments, e.premoderation,
				r.open as edition_open, r.guests, r.close_after_days, r.newcomer_comments, r.max_links, r.checker
			from discussion d left join edition e on e.slug = d.edition left join edition_rules r on r.slug = d.edition
			where d.article_id = any(:articles)""";

	/** An event that is not newer than the one already applied changes nothing. */
	private static final String APPLY = """
			insert into discussion (article_id, edition, open, withdrawn, published_at, article_revision)
			values (:article, :edition, :open, :withdrawn, :published, :revision)
			on conflict (article_id) do update set edition = excluded.edition, open = excluded.open,
				withdrawn = excluded.withdrawn, article_revision = excluded.article_revision,
				published_at = coalesce(excluded.published_at, discussion.published_at)
			where excluded.article_revision > discussion.article_revision""";

	private final DatabaseClient database;

	private final EditionRules defaults;

	/**
	 * Reads and writes them.
	 * @param database where they are kept
	 * @param defaults what holds for an edition that has settled nothing
	 */
	public Discussions(DatabaseClient database, EditionRules defaults) {
		this.database = database;
		this.defaults = defaults;
	}

	/**
	 * Finds a discussion.
	 * @param article the article's id
	 * @return the discussion, never empty: {@link CommentProblem.UnknownArticle} when
	 * there is none
	 */
	public Mono<Discussion> get(UUID article) {
		return find(SELECT, article);
	}

	/**
	 * Finds a discussion and keeps everybody else from changing it or its comments'
	 * visibility until the transaction ends.
	 * @param article the article's id
	 * @return the discussion, never empty: {@link CommentProblem.UnknownArticle} when
	 * there is none
	 */
	public Mono<Discussion> lock(UUID article) {
		return find(SELECT + " for no key update of d", article);
	}

	Mono<Void> apply(ArticleEvent event) {
		return switch (event) {
			case ArticlePublished published -> apply(event, published.card());
			case ArticleCorrected corrected -> apply(event, corrected.card());
			case ArticleWithdrawn _ -> apply(event, new Discussion.State(false, true, null));
		};
	}

	private Mono<Void> apply(ArticleEvent event, ArticleCard card) {
		return apply(event, new Discussion.State(card.commentsOpen(), false, card.publishedAt()));
	}

	private Mono<Void> apply(ArticleEvent event, Discussion.State state) {
		return this.database.sql(APPLY)
			.bind("article", event.article())
			.bind("edition", event.edition())
			.bind("open", state.open())
			.bind("withdrawn", state.withdrawn())
			.bind("published", Binding.nullable(state.publishedAt(), Instant.class))
			.bind("revision", event.revision())
			.then();
	}

	/**
	 * Finds many discussions.
	 * @param articles the articles' ids
	 * @return those that there are, in no order
	 */
	public Flux<Discussion> all(Collection<UUID> articles) {
		return this.database.sql(SELECT).bind("articles", articles.toArray(UUID[]::new)).map(this::discussion).all();
	}

	private Mono<Discussion> find(String sql, UUID article) {
		return this.database.sql(sql)
			.bind("articles", new UUID[] { article })
			.map(this::discussion)
			.one()
			.switchIfEmpty(Mono.error(() -> new CommentProblem.UnknownArticle(article)));
	}

	private Discussion discussion(Readable row) {
		return new Discussion(row.get("article_id", UUID.class), row.get("edition", String.class),
				new Discussion.State(row.get("open", Boolean.class), row.get("withdrawn", Boolean.class),
						row.get("published_at", Instant.class)),
				row.get("comments", Long.class), premoderation(row.get("premoderation", String.class)), rules(row));
	}

	private EditionRules rules(Readable row) {
		String checker = row.get("checker", String.class);
		return (checker == null) ? this.defaults
				: new EditionRules(row.get("edition_open", Boolean.class), row.get("guests", Boolean.class),
						row.get("close_after_days", Integer.class), row.get("newcomer_comments", Integer.class),
						row.get("max_links", Integer.class),
						EditionRules.Checker.valueOf(checker.toUpperCase(Locale.ROOT)));
	}

	private static Premoderation premoderation(@Nullable String stored) {
		return (stored != null) ? Premoderation.valueOf(stored.toUpperCase(Locale.ROOT)) : Premoderation.GUESTS;
	}

}
