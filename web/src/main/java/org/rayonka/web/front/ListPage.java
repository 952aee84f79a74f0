package org.rayonka.web.front;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;
import org.rayonka.web.article.Edition;
import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;
import org.rayonka.web.rail.Rail;

/**
 * A page of a list of articles: a rubric, or what is older than the front page.
 *
 * @param shell the frame
 * @param edition whose page it is
 * @param title of the list
 * @param path of its first page
 * @param articles newest first
 * @param rail the lists beside it
 * @param older whether this is not the first page
 * @param next cursor of older articles, null when there are none
 * @param fresh false when article-service is away
 */
public record ListPage(Shell shell, Edition edition, String title, String path, List<Article> articles, Rail rail,
		boolean older, @Nullable String next, boolean fresh) implements Page {

	@Override
	public boolean whole() {
		return this.fresh && this.rail.whole();
	}

}
