package org.rayonka.web.article;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.rayonka.web.memory.Memory;
import org.rayonka.web.memory.Recalled;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Articles, with the last known copies for when article-service is away.
 */
@Component
public class Articles {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private static final long PAGES_CAPACITY = 6_000_000;

	private static final long LISTS_CAPACITY = 8_000;

	private static final long BODIES_CAPACITY = 3_000_000;

	private static final int ARTICLE_WEIGHT = 2_000;

	private final ArticleClient client;

	private final Memory<String, Lookup> pages;

	private final Memory<ArticleQuery, ArticleList> lists;

	private final Memory<String, List<Article>> mains;

	private final Memory<String, List<RuleList>> rules;

	private final Memory<Revision, Article> wholes;

	Articles(ArticleClient client, InstantSource clock) {
		this.client = client;
		this.pages = new Memory<>(clock, FRESH, PAGES_CAPACITY, Articles::weight, Articles::worthKeeping);
		this.lists = new Memory<>(clock, FRESH, LISTS_CAPACITY, (list) -> 1 + list.items().size(), (list) -> true);
		this.mains = new Memory<>(clock, FRESH, LISTS_CAPACITY, (list) -> 1 + list.size(), (list) -> true);
		this.rules = new Memory<>(clock, FRESH, LISTS_CAPACITY, (list) -> 1 + list.size(), (list) -> true);
		this.wholes = new Memory<>(clock, Duration.ofHours(1), BODIES_CAPACITY, Articles::weight, (article) -> true);
	}

	/**
	 * What there is at a page's address.
	 * @param path of the page
	 * @return what is there; fails when article-service is away and the page is not known
	 */
	public Mono<Recalled<Lookup>> at(String path) {
		Mono<Lookup> asked = this.client.page(path)
			.map((article) -> (Lookup) new Lookup.Found(sanitised(article)))
			.onErrorReturn(WebClientResponseException.NotFound.class, new Lookup.Missing())
			.onErrorReturn(WebClientResponseException.Gone.class, new Lookup.Withdrawn())
			.onErrorReturn(WebClientResponseException.BadRequest.class, new Lookup.Missing());
		return this.pages.recall(path, asked);
	}

	/**
	 * A list of articles.
	 * @param query which
	 * @return newest first; fails when article-service is away and the list is not known
	 */
	public Mono<Recalled<ArticleList>> list(ArticleQuery query) {
		return this.lists.recall(query, this.client.articles(query.edition(), query.rubric(), query.tag(),
				query.author(), query.video(), query.from(), query.to(), query.limit(), query.cursor()));
	}

	/**
	 * What the editors pinned to the top of an edition's front page.
	 * @param edition its slug
	 * @return in their order; none also when it cannot be had, since the newest articles
	 * take their place
	 */
	public Mono<List<Article>> main(String edition) {
		return this.mains.recall(edition, this.client.main(edition).map((main) -> List.copyOf(main.items())))
			.map(Recalled::value)
			.onErrorReturn(List.of());
	}

	/**
	 * The lists of an edition that fill themselves.
	 * @param edition its slug
	 * @return in the editors' order, without those that are empty or cannot be had
	 */
	public Mono<List<RuleList.Filled>> ruled(String edition) {
		return this.rules.recall(edition, this.client.lists(edition).map((lists) -> List.copyOf(lists.items())))
			.flatMapIterable(Recalled::value)
			.flatMapSequential(
					(list) -> list(list.query(edition)).map((part) -> new RuleList.Filled(list, part.value().items()))
						.onErrorComplete())
			.filter((list) -> !list.articles().isEmpty())
			.onErrorComplete()
			.collectList();
	}

	/**
	 * The whole of an article that a list named.
	 * @param item of the list
	 * @return with its body; fails when it cannot be had
	 */
	public Mono<Article> whole(Article item) {
		Revision revision = new Revision(item.id(), Objects.requireNonNullElse(item.revision(), 0L),
				item.changedAt().toEpochMilli());
		return this.wholes.recall(revision, this.client.article(item.id()).map(Articles::sanitised))
			.map(Recalled::value);
	}

	private static Article sanitised(Article article) {
		return article.withBody(Body.sanitised(article.body()));
	}

	private static boolean worthKeeping(Lookup lookup) {
		return !(lookup instanceof Lookup.Missing);
	}

	private static int weight(Lookup lookup) {
		return (lookup instanceof Lookup.Found found) ? weight(found.article()) : 1;
	}

	private static int weight(Article article) {
		return ARTICLE_WEIGHT + ((article.body() != null) ? article.body().length() : 0);
	}

	private record Revision(UUID id, long revision, long changed) {
	}

}
