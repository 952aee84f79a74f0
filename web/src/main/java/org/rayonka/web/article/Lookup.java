package org.rayonka.web.article;

/**
 * What there is at the address of a page.
 */
public sealed interface Lookup {

	/**
	 * An article.
	 *
	 * @param article whole, its body sanitised
	 */
	record Found(Article article) implements Lookup {
	}

	/** There was an article, and the newsroom has withdrawn it. */
	record Withdrawn() implements Lookup {
	}

	/** There is nothing, and there was nothing. */
	record Missing() implements Lookup {
	}

}
