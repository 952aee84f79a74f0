package org.rayonka.engagement.card;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.Readable;
import org.rayonka.engagement.scoreboard.Partitions;
import org.rayonka.events.ArticleCard;
import org.rayonka.events.ArticleCorrected;
import org.rayonka.events.ArticleEvent;
import org.rayonka.events.ArticlePublished;
import org.rayonka.events.ArticleWithdrawn;
import org.rayonka.events.EventJson;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The articles that this service has been told of. Those in use are read again in the
 * background after ten seconds, since another instance may have been told, and remembered
 * while PostgreSQL is away; what is not known is never remembered. What is looked up
 * within a moment is looked up together.
 */
@Component
public class Cards {

	private static final Duration FRESH = Duration.ofSeconds(10);

	private static final Duration REMEMBERED = Duration.ofMinutes(30);

	private static final int REMEMBERED_CARDS = 100_000;

	private static final Duration DEADLINE = Duration.ofSeconds(1);

	/**
	 * Old news change nothing; a changed card makes the article's row of numbers pending.
	 */
	private static final String APPLY = """
			with told as (insert into card (article_id, revision, withdrawn, edition, rubric, event)
				values (:article, :revision, :withdrawn, :edition, :rubric, :event)
				on conflict (article_id) do update set revision = excluded.revision, withdrawn = excluded.withdrawn,
					edition = excluded.edition, rubric = coalesce(excluded.rubric, card.rubric),
					event = coalesce(excluded.event, card.event)
				where card.revision < excluded.revision returning article_id)
			insert into counts (article_id, partition, change) select article_id, :partition, 1 from told
			on conflict (article_id) do update set change = counts.change + 1""";

	private final DatabaseClient database;

	private final AsyncLoadingCache<UUID, Card> inUse;

	Cards(DatabaseClient database) {
		this.database = database;
		Lookup lookup = new Lookup(this::known);
		this.inUse = Caffeine.newBuilder()
			.maximumSize(REMEMBERED_CARDS)
			.refreshAfterWrite(FRESH)
			.expireAfterAccess(REMEMBERED)
			.buildAsync((article, executor) -> lookup.card(article));
	}

	/**
	 * An article that readers may see.
	 * @param article its id
	 * @return its card; a {@link CardProblem} when it is unknown or withdrawn
	 */
	public Mono<Card> published(UUID article) {
		return known(article).filter((card) -> !card.withdrawn())
			.switchIfEmpty(Mono.error(() -> new CardProblem.Withdrawn(article)));
	}

	/**
	 * An article, withdrawn or not.
	 * @param article its id
	 * @return its card; a {@link CardProblem} when it is unknown
	 */
	public Mono<Card> known(UUID article) {
		return Mono.defer(() -> Mono.fromFuture(this.inUse.get(article), true))
			.switchIfEmpty(Mono.error(() -> new CardProblem.Unknown(article)));
	}

	/**
	 * What a list shows of its articles as they are now.
	 * @param articles their ids
	 * @return of those that readers may see
	 */
	public Mono<Map<UUID, ArticleCard>> shown(Collection<UUID> articles) {
		return this.database.sql("""
				select article_id, event from card
				where article_id = any(:articles) and not withdrawn and event is not null""")
			.bind("articles", articles.toArray(UUID[]::new))
			.map((row) -> Map.entry(article(row), shown(text(row, "event"))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.timeout(DEADLINE);
	}

	/**
	 * Applies what article-service tells; old news and news told twice change nothing. To
	 * be {@link #forget forgotten} when it is committed.
	 */
	Mono<Void> apply(ArticleEvent event) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(APPLY)
			.bind("article", event.article())
			.bind("partition", Partitions.of(event.article()))
			.bind("revision", event.revision())
			.bind("edition", event.edition());
		return (switch (event) {
			case ArticlePublished published -> shown(sql, published, published.card().rubric());
			case ArticleCorrected corrected -> shown(sql, corrected, corrected.card().rubric());
			case ArticleWithdrawn withdrawn ->
				sql.bind("withdrawn", true).bindNull("rubric", String.class).bindNull("event", String.class);
		}).then();
	}

	/** What is remembered of an article holds no longer. */
	void forget(UUID article) {
		this.inUse.synchronous().invalidate(article);
	}

	private static DatabaseClient.GenericExecuteSpec shown(DatabaseClient.GenericExecuteSpec sql, ArticleEvent event,
			String rubric) {
		return sql.bind("withdrawn", false)
			.bind("rubric", rubric)
			.bind("event", new String(EventJson.write(event), StandardCharsets.UTF_8));
	}

	private Mono<Map<UUID, Card>> known(Set<UUID> articles) {
		return this.database.sql("select article_id, edition, withdrawn from card where article_id = any(:articles)")
			.bind("articles", articles.toArray(UUID[]::new))
			.map(Cards::card)
			.all()
			.collectMap(Card::article)
			.timeout(DEADLINE);
	}

	private static Card card(Readable row) {
		return new Card(article(row), text(row, "edition").intern(),
				Boolean.TRUE.equals(row.get("withdrawn", Boolean.class)));
	}

	private static UUID article(Readable row) {
		return Objects.requireNonNull(row.get("article_id", UUID.class));
	}

	private static String text(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, String.class));
	}

	private static ArticleCard shown(String json) {
		return switch (EventJson.read(json.getBytes(StandardCharsets.UTF_8))) {
			case ArticlePublished published -> published.card();
			case ArticleCorrected corrected -> corrected.card();
			default -> throw new IllegalStateException("The card's event shows nothing");
		};
	}

}
