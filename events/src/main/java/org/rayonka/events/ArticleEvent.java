package org.rayonka.events;

/**
 * A change in an article's public life, told by article-service.
 */
public sealed interface ArticleEvent extends AboutArticle permits ArticlePublished, ArticleCorrected, ArticleWithdrawn {

	/**
	 * Grows with every change of the article; an event whose revision is not above the
	 * one already applied is old news.
	 * @return the revision, from 1
	 */
	long revision();

	/**
	 * The edition in which the article appears.
	 * @return the edition's slug
	 */
	String edition();

}
