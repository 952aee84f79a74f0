package org.rayonka.web.front;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;
import org.rayonka.web.article.Edition;
import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;

/**
 * What an edition printed on one day.
 *
 * @param shell the frame
 * @param edition whose page it is
 * @param day of the edition's zone
 * @param today the last day there is
 * @param articles newest first
 * @param fresh false when article-service is away
 */
public record ArchivePage(Shell shell, Edition edition, LocalDate day, LocalDate today, List<Article> articles,
		boolean fresh) implements Page {

	@Override
	public boolean whole() {
		return this.fresh;
	}

	/**
	 * Where a day is.
	 * @param edition whose
	 * @param day of its zone
	 * @return a path with a slash at both ends
	 */
	public static String path(Edition edition, LocalDate day) {
		return edition.path() + day.toString().replace('-', '/') + "/";
	}

	/**
	 * The day before.
	 * @return its path
	 */
	public String earlier() {
		return path(this.edition, this.day.minusDays(1));
	}

	/**
	 * The day after.
	 * @return its path, null today
	 */
	public @Nullable String later() {
		return this.day.isBefore(this.today) ? path(this.edition, this.day.plusDays(1)) : null;
	}

}
