package org.rayonka.web.rail;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;
import org.rayonka.web.article.ArticleList;
import org.rayonka.web.article.ArticleQuery;
import org.rayonka.web.article.Articles;
import org.rayonka.web.engagement.Engagement;
import org.rayonka.web.engagement.PopularList;
import org.rayonka.web.engagement.PopularList.Ranked;
import org.rayonka.web.engagement.Ranking;
import org.rayonka.web.page.Part;
import org.rayonka.web.page.Parts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Fetches the lists beside an article, each by itself.
 */
@Component
public class Rails {

	private static final int LENGTH = 5;

	private static final int VIDEOS = 3;

	private final Articles articles;

	private final Engagement engagement;

	private final Parts parts;

	Rails(Articles articles, Engagement engagement, Parts parts) {
		this.articles = articles;
		this.engagement = engagement;
		this.parts = parts;
	}

	/**
	 * The lists of an edition.
	 * @param edition its slug, null for the whole network
	 * @return never an error: a list that cannot be had is a part away
	 */
	public Mono<Rail> of(@Nullable String edition) {
		return Mono
			.zip(popular(new Ranking("views", "7d", edition, LENGTH)),
					popular(new Ranking("likes", "30d", edition, LENGTH)),
					popular(new Ranking("comments", "30d", edition, LENGTH)), videos(edition))
			.map((lists) -> new Rail(lists.getT1(), lists.getT2(), lists.getT3(), lists.getT4()));
	}

	private Mono<Part<List<Ranked>>> popular(Ranking ranking) {
		return this.parts.recalled("popular-" + ranking.by(), this.engagement.popular(ranking))
			.map((part) -> part.map(PopularList::items));
	}

	private Mono<Part<List<Article>>> videos(@Nullable String edition) {
		return this.parts.recalled("videos", this.articles.list(ArticleQuery.videos(edition, VIDEOS)))
			.map((part) -> part.map(ArticleList::items));
	}

}
