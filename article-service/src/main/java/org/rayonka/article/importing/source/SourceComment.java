package org.rayonka.article.importing.source;

/**
 * What somebody said about a post on the old site.
 *
 * @param id its number there
 * @param parent the number of the one that it answers, or 0 and the like
 * @param name how the author called themselves
 * @param html what it says
 * @param date when
 * @param standing what the old site's moderators made of it
 */
public record SourceComment(String id, String parent, String name, String html, SourceDate date, Standing standing) {

	/**
	 * What moderators made of a comment.
	 */
	public enum Standing {

		/** Everybody could read it. */
		APPROVED,

		/** It waited for them. */
		HELD,

		/** Spam, deleted, or no comment of a person at all. */
		DROPPED

	}

}
