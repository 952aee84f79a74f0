package org.rayonka.web.front;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;
import org.rayonka.web.rail.Rail;

/**
 * The front page of the network.
 *
 * @param shell the frame
 * @param own the reader's own paper, null when none is chosen
 * @param spread its articles
 * @param rail the lists beside them
 * @param fresh false when article-service is away
 */
public record FrontPage(Shell shell, @Nullable OwnPaper own, Spread spread, Rail rail, boolean fresh) implements Page {

	@Override
	public boolean personal() {
		return this.own != null;
	}

	@Override
	public boolean whole() {
		return this.fresh && this.rail.whole();
	}

}
