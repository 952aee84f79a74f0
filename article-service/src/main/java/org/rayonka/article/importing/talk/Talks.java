package org.rayonka.article.importing.talk;

import org.springframework.stereotype.Component;

/**
 * Begins the handing over for an import.
 */
@Component
public class Talks {

	private final CommentClient comments;

	private final EngagementClient engagement;

	private final TalkProperties properties;

	Talks(CommentClient comments, EngagementClient engagement, TalkProperties properties) {
		this.comments = comments;
		this.engagement = engagement;
		this.properties = properties;
	}

	/**
	 * Begins.
	 * @param token in whose name
	 * @return for one import
	 */
	public Talk begin(String token) {
		return new Talk(this.comments, this.engagement, token, this.properties);
	}

}
