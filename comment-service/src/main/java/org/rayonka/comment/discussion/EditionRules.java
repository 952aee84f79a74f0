package org.rayonka.comment.discussion;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an edition has settled for its discussions. The properties are those of an edition
 * that has settled nothing.
 *
 * @param open whether comments are taken at all
 * @param guests whether they are taken from readers who are not signed in
 * @param closeAfterDays days after an article's publication when its discussion closes, 0
 * for never
 * @param newcomerComments published comments after which an account is no newcomer, 0 for
 * at once
 * @param maxLinks more links than these have to be looked at
 * @param checker whether an external checker is asked
 */
@ConfigurationProperties("rayonka.comments.edition")
public record EditionRules(@DefaultValue("true") boolean open, @DefaultValue("true") boolean guests,
		@DefaultValue("0") int closeAfterDays, @DefaultValue("3") int newcomerComments, @DefaultValue("2") int maxLinks,
		@DefaultValue("hold") Checker checker) {

	/**
	 * Whether an external checker is asked, and what becomes of a comment while it is
	 * away.
	 */
	public enum Checker {

		/** It is not asked. */
		OFF,

		/** Without its answer a moderator looks at the comment. */
		HOLD,

		/** Without its answer the comment passes. */
		PASS

	}

}
