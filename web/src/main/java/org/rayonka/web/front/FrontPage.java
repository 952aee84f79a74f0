package org.rayonka.web.front;

import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;
import org.rayonka.web.rail.Rail;

/**
 * The front page of the network.
 *
 * @param shell the frame
 * @param spread its articles
 * @param rail the lists beside them
 * @param fresh false when article-service is away
 */
public record FrontPage(Shell shell, Spread spread, Rail rail, boolean fresh) implements Page {

	@Override
	public boolean whole() {
		return this.fresh && this.rail.whole();
	}

}
