package org.rayonka.web.author;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;
import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;
import org.rayonka.web.rail.Rail;

/**
 * The page of somebody who writes.
 *
 * @param shell the frame, of the author's own edition
 * @param author whose page it is
 * @param articles newest first, of all editions
 * @param rail the lists beside them
 * @param older whether this is not the first page
 * @param next cursor of older articles, null when there are none
 * @param fresh false when article-service is away
 */
public record AuthorPage(Shell shell, Author author, List<Article> articles, Rail rail, boolean older,
		@Nullable String next, boolean fresh) implements Page {

	@Override
	public boolean whole() {
		return this.fresh && this.rail.whole();
	}

}
