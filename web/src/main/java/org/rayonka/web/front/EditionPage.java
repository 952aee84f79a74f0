package org.rayonka.web.front;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.RuleList;
import org.rayonka.web.article.Edition.Rubric;
import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;
import org.rayonka.web.rail.Rail;

/**
 * The front page of an edition.
 *
 * @param shell the frame
 * @param edition whose page it is
 * @param spread its articles
 * @param lists those that fill themselves
 * @param rail the lists beside them
 * @param next cursor of older articles, null when there are none
 * @param fresh false when article-service is away
 */
public record EditionPage(Shell shell, Edition edition, Spread spread, List<RuleList.Filled> lists, Rail rail,
		@Nullable String next, boolean fresh) implements Page {

	@Override
	public boolean whole() {
		return this.fresh && this.rail.whole();
	}

	private static final int SECTION = 4;

	static EditionPage of(Shell shell, Edition edition, EditionFront front) {
		return new EditionPage(shell, edition, Spread.of(front.main(), front.newest().value().items()), front.lists(),
				front.rail(), front.newest().value().next(), front.newest().fresh());
	}

	/**
	 * What is not at the top, by rubric.
	 * @return in the edition's own order of rubrics, none of them empty
	 */
	public List<Section> sections() {
		return this.edition.rubrics()
			.stream()
			.map((rubric) -> new Section(rubric, in(rubric)))
			.filter((section) -> !section.articles().isEmpty())
			.toList();
	}

	private List<Article> in(Rubric rubric) {
		return this.spread.rest()
			.stream()
			.filter((article) -> Objects.equals(article.rubricIn(this.edition.slug()), rubric.slug()))
			.limit(SECTION)
			.toList();
	}

	/**
	 * A rubric with its newest articles.
	 *
	 * @param rubric its title
	 * @param articles newest first
	 */
	public record Section(Rubric rubric, List<Article> articles) {
	}

}
