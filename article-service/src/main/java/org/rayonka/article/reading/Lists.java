package org.rayonka.article.reading;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.paging.Page;
import org.rayonka.article.search.RelatedArticles;
import org.rayonka.article.search.Search;
import org.rayonka.article.search.Search.Found;
import org.rayonka.article.search.Search.Results;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Lists of articles: by date, by words, and what belongs to one.
 */
@Service
class Lists {

	private final PublicArticles articles;

	private final Search search;

	private final RelatedArticles related;

	private final PublicAddress site;

	Lists(PublicArticles articles, Search search, RelatedArticles related, PublicAddress site) {
		this.articles = articles;
		this.search = search;
		this.related = related;
		this.site = site;
	}

	/**
	 * A part of a list: newest first, or best first when words are searched.
	 */
	Mono<ArticleList> part(Filter filter, @Nullable String words, @Nullable String cursor, int limit) {
		if (words == null) {
			return this.articles.newest(filter, cursor, limit).map(this::list);
		}
		return this.search.find(words, filter.scope(), cursor, limit).flatMap(this::list);
	}

	private ArticleList list(Page<PublicArticle> page) {
		return new ArticleList(page.items().stream().map((article) -> item(article, null)).toList(), page.next(), null);
	}

	private Mono<ArticleList> list(Results results) {
		Map<UUID, String> excerpts = results.page()
			.items()
			.stream()
			.collect(Collectors.toMap(Found::id, Found::excerpt));
		return this.articles.published(results.page().items().stream().map(Found::id).toList())
			.map((articles) -> articles.stream().map((article) -> item(article, excerpts.get(article.id()))).toList())
			.map((items) -> new ArticleList(items, results.page().next(), results.meant()));
	}

	private ArticleList.Item item(PublicArticle article, @Nullable String excerpt) {
		return new ArticleList.Item(ArticleView.of(article, this.site), excerpt);
	}

	/**
	 * What readers of an article may like to read next.
	 */
	Mono<List<PublicArticle>> related(PublicArticle article) {
		return this.related.of(article.id()).flatMap(this.articles::published);
	}

}
