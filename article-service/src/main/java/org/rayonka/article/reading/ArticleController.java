package org.rayonka.article.reading;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.PlainText;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.WeakTag;
import org.rayonka.article.edition.Editions;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Articles over HTTP, as everybody may read them.
 */
@RestController
@Tag(name = "articles", description = "What is published")
class ArticleController {

	private static final CacheControl REVALIDATED = CacheControl.noCache().cachePublic();

	private final PublicArticles articles;

	private final Lists lists;

	private final Editions editions;

	private final PublicAddress site;

	ArticleController(PublicArticles articles, Lists lists, Editions editions, PublicAddress site) {
		this.articles = articles;
		this.lists = lists;
		this.editions = editions;
		this.site = site;
	}

	@Operation(summary = "Articles, newest first; with q, best first",
			description = "An edition has what runs in it, also from others. author is a slug, a name or a whole byline. "
					+ "q finds words in all their forms, the last one also as a beginning; items then have an "
					+ "excerpt, and meant says which words were searched when those of q found nothing. "
					+ "A date without a time is a whole day of UTC.")
	@GetMapping("/api/v1/articles")
	Mono<ResponseEntity<ArticleList>> list(@RequestParam(required = false) @PlainText @Nullable String edition,
			@RequestParam(required = false) @PlainText @Nullable String rubric,
			@RequestParam(required = false) @PlainText @Nullable String tag,
			@RequestParam(required = false) @PlainText @Nullable String author,
			@RequestParam(required = false) @Nullable Boolean video,
			@RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
			@RequestParam(required = false) @PlainText @Size(max = 200) @Nullable String q,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable String cursor, ServerWebExchange exchange) {
		Filter filter = Filter.of(edition, rubric, tag, author, video, Period.of(from, to));
		return this.lists.part(filter, Filter.given(q), Filter.given(cursor), limit)
			.flatMap((part) -> checked(part, filter))
			.map((part) -> answer(part, exchange));
	}

	/** Only an empty list leaves the question whether there is such an edition. */
	private Mono<ArticleList> checked(ArticleList list, Filter filter) {
		String edition = filter.edition();
		if (edition == null || !list.items().isEmpty()) {
			return Mono.just(list);
		}
		return this.editions.find(edition)
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.EditionNotFound(edition)))
			.thenReturn(list);
	}

	private ResponseEntity<ArticleList> answer(ArticleList list, ServerWebExchange exchange) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(REVALIDATED);
		String next = list.next();
		if (next != null) {
			answer.header(HttpHeaders.LINK, "<" + address(exchange, next) + ">; rel=\"next\"");
		}
		return answer.eTag(WeakTag.of(list)).body(list);
	}

	private String address(ServerWebExchange exchange, String next) {
		UriComponentsBuilder uri = UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
			.replaceQueryParam("cursor", next);
		return this.site.url(exchange.getRequest().getPath().value() + "?" + uri.build(true).getQuery());
	}

	@Operation(summary = "One article with its body; 410 when it was withdrawn")
	@GetMapping("/api/v1/articles/{id}")
	Mono<ResponseEntity<FullArticleView>> get(@PathVariable UUID id, ServerWebExchange exchange) {
		return answer(this.articles.find(id), id, exchange);
	}

	@Operation(summary = "The article on the page with this path; 410 when it was withdrawn")
	@GetMapping("/api/v1/pages")
	Mono<ResponseEntity<FullArticleView>> page(@RequestParam @PlainText @Size(max = 300) String path,
			ServerWebExchange exchange) {
		return answer(this.articles.findByPath(path), path, exchange);
	}

	/**
	 * The entity tag stands for the revision, the authors' names and the counts; it is
	 * weak, since related articles may change without it. It is checked before the body's
	 * table is read.
	 */
	private Mono<ResponseEntity<FullArticleView>> answer(Mono<PublicArticle> found, Object what,
			ServerWebExchange exchange) {
		return found.switchIfEmpty(Mono.error(() -> new ArticleProblem.NotFound(what))).flatMap((article) -> {
			if (article.withdrawn()) {
				return Mono.error(new ArticleProblem.Withdrawn(article.id()));
			}
			String tag = WeakTag.of(article.id(), article.revision(), article.authors(), article.counts());
			return exchange.checkNotModified(tag)
					? Mono.just(ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()) : full(article, tag);
		});
	}

	private Mono<ResponseEntity<FullArticleView>> full(PublicArticle article, String tag) {
		return Mono.zip(this.articles.text(article.id()), this.lists.related(article))
			.map((parts) -> FullArticleView.of(article, parts.getT1(), parts.getT2(), this.site))
			.map((view) -> ResponseEntity.ok().cacheControl(REVALIDATED).eTag(tag).body(view));
	}

}
