package org.rayonka.comment.live;

import java.time.Instant;

import org.rayonka.comment.discussion.Discussion;

/**
 * What is told of a discussion as a whole.
 *
 * @param total how many comments everybody may read
 * @param open whether comments are taken
 */
record Total(long total, boolean open) {

	static Total of(Discussion discussion, Instant now) {
		return new Total(discussion.comments(), discussion.openAt(now));
	}

}
