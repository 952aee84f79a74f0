package org.rayonka.events;

/**
 * A change in an article's public discussion, told by comment-service.
 */
public sealed interface CommentEvent extends AboutArticle
		permits CommentPublished, CommentEdited, CommentRemoved, CommentsImported {

	/**
	 * Grows with every change of the article's public discussion.
	 * @return the revision of {@link #count()}, from 1
	 */
	long revision();

	/**
	 * How many comments of the article everybody may read now.
	 * @return the absolute number
	 */
	long count();

}
