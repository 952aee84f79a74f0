package org.rayonka.web.article;

/**
 * What became of what was at an address of an old site.
 */
public sealed interface Move {

	/**
	 * It is an article here.
	 *
	 * @param url of its page
	 */
	record To(String url) implements Move {
	}

	/** The newsroom has withdrawn it. */
	record Withdrawn() implements Move {
	}

	/** Nothing that is known. */
	record Nowhere() implements Move {
	}

}
