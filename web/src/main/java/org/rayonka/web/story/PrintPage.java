package org.rayonka.web.story;

import java.util.Set;

import org.rayonka.tags.CacheTags;
import org.rayonka.web.edge.Sharing;
import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;

/**
 * An article as it goes to the printer.
 *
 * @param shell the frame
 * @param story what is printed
 */
public record PrintPage(Shell shell, Story story) implements Page {

	@Override
	public Set<String> tags() {
		return Set.of(CacheTags.article(this.story.article().id()), CacheTags.edition(this.story.edition().slug()));
	}

	@Override
	public Sharing lasting() {
		return Sharing.FIVE_MINUTES;
	}

	@Override
	public boolean whole() {
		return this.story.fresh();
	}

}
