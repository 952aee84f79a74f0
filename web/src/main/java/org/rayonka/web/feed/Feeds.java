package org.rayonka.web.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;
import org.rayonka.web.article.Article.Picture;
import org.rayonka.web.article.ArticleQuery;
import org.rayonka.web.article.Articles;
import org.rayonka.web.article.Body;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Edition.Rubric;
import org.rayonka.web.article.Editions;
import org.rayonka.web.failure.PageProblem;
import org.rayonka.web.failure.Unanswered;
import org.rayonka.web.page.Language;
import org.rayonka.web.page.Messages;
import org.rayonka.web.site.Site;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gathers what feeds say.
 */
@Component
class Feeds {

	private static final String ALL = "all";

	private static final int LENGTH = 30;

	private static final int AT_ONCE = 6;

	private static final Messages TEXTS = Language.RU.messages();

	private final Articles articles;

	private final Editions editions;

	private final Site site;

	Feeds(Articles articles, Editions editions, Site site) {
		this.articles = articles;
		this.editions = editions;
		this.site = site;
	}

	/**
	 * The feed of an edition or of all.
	 * @param name slug of the edition, or {@code all}
	 * @param self path of the feed
	 * @return never empty; fails with a {@link PageProblem}
	 */
	Mono<Feed> named(String name, String self) {
		return Unanswered.orAway(this.editions.all()).flatMap((editions) -> {
			if (name.equals(ALL)) {
				return feed(null, editions, self);
			}
			return Mono.justOrEmpty(editions.stream().filter((edition) -> edition.slug().equals(name)).findFirst())
				.switchIfEmpty(Mono.error(PageProblem.NotFound::new))
				.flatMap((edition) -> feed(edition, editions, self));
		});
	}

	private Mono<Feed> feed(@Nullable Edition edition, List<Edition> editions, String self) {
		ArticleQuery query = ArticleQuery.newest((edition != null) ? edition.slug() : null, LENGTH);
		return Unanswered.orAway(this.articles.list(query))
			.flatMapIterable((list) -> list.value().items())
			.flatMapSequential(this::whole, AT_ONCE)
			.map((article) -> entry(article, editions))
			.collectList()
			.map((entries) -> feed(edition, self, entries));
	}

	private Mono<Article> whole(Article item) {
		return this.articles.whole(item).onErrorReturn(item);
	}

	private Feed feed(@Nullable Edition edition, String self, List<Feed.Entry> entries) {
		Instant updated = entries.stream()
			.map(Feed.Entry::updated)
			.max(Comparator.naturalOrder())
			.orElse(Instant.EPOCH);
		if (edition == null) {
			return new Feed(this.site.web().name(), TEXTS.text("front.description"), this.site.absolute("/"),
					this.site.absolute(self), updated, entries);
		}
		String description = TEXTS.text("edition.description", edition.name(),
				Objects.requireNonNullElse(edition.region(), ""));
		return new Feed(edition.name(), description, this.site.absolute(edition.path()), this.site.absolute(self),
				updated, entries);
	}

	private Feed.Entry entry(Article article, List<Edition> editions) {
		Stream<String> rubric = editions.stream()
			.filter((edition) -> edition.slug().equals(article.edition()))
			.flatMap((edition) -> edition.rubric(article.rubric()).map(Rubric::name).stream());
		return new Feed.Entry(article.id(), this.site.absolute(this.site.path(article.url())), article.headline(),
				Objects.requireNonNullElse(article.standfirst(), ""), Body.absolute(article.body(), this.site.base()),
				Objects.requireNonNullElse(article.byline(), ""), article.publishedAt(), article.changedAt(),
				Stream.concat(rubric, article.tags().stream()).distinct().toList(), absolute(article.picture()));
	}

	private @Nullable Picture absolute(@Nullable Picture picture) {
		if (picture == null) {
			return null;
		}
		Picture shared = picture.shared();
		return new Picture(this.site.absolute(shared.url()), shared.width(), shared.height(), shared.alt(),
				shared.caption(), shared.author(), null);
	}

}
