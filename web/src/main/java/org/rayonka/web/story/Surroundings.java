package org.rayonka.web.story;

import java.util.List;

import org.rayonka.web.article.Article;
import org.rayonka.web.article.ArticleQuery;
import org.rayonka.web.article.Articles;
import org.rayonka.web.page.Part;
import org.rayonka.web.page.Parts;
import org.rayonka.web.rail.Rails;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds what an article's page leads on to.
 */
@Component
class Surroundings {

	/** As many as the edition's front page asks for, so that they are known already. */
	private static final int NEWEST = 40;

	private final Rails rails;

	private final Articles articles;

	private final Parts parts;

	Surroundings(Rails rails, Articles articles, Parts parts) {
		this.rails = rails;
		this.articles = articles;
		this.parts = parts;
	}

	/** Never an error: what cannot be had is left out. */
	Mono<Around> of(Article article) {
		return Mono.zip(this.rails.of(article.edition()), neighbours(article), Around::new);
	}

	private Mono<Neighbours> neighbours(Article article) {
		return this.parts.recalled("neighbours", this.articles.list(ArticleQuery.newest(article.edition(), NEWEST)))
			.map((part) -> Neighbours.of(article, newest(part.map((list) -> list.items()))));
	}

	private static List<Article> newest(Part<List<Article>> part) {
		return part.known() ? part.get() : List.of();
	}

}
