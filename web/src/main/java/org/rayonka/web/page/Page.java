package org.rayonka.web.page;

import java.util.Set;

import org.rayonka.tags.CacheTags;
import org.rayonka.web.article.Edition;
import org.rayonka.web.edge.Sharing;

/**
 * What a template shows.
 */
public interface Page {

	/**
	 * The frame around it.
	 * @return who looks, at whose page
	 */
	Shell shell();

	/**
	 * What it shows, see {@link CacheTags}.
	 * @return the edge forgets the page when one of these goes old
	 */
	default Set<String> tags() {
		Edition edition = shell().edition();
		return (edition != null) ? Set.of(CacheTags.LISTS, CacheTags.edition(edition.slug())) : Set.of(CacheTags.LISTS);
	}

	/**
	 * Whether it shows what is one reader's own.
	 * @return true when others must not get it
	 */
	default boolean personal() {
		return false;
	}

	/**
	 * For how long it is good when it is whole.
	 * @return a short time for lists, longer for a text
	 */
	default Sharing lasting() {
		return Sharing.TEN_SECONDS;
	}

	/**
	 * Whether all of it is there and as it is now.
	 * @return false when it should be made anew soon
	 */
	default boolean whole() {
		return true;
	}

}
