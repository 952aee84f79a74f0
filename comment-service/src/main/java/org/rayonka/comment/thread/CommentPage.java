package org.rayonka.comment.thread;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Cursor;
import org.rayonka.comment.discussion.Discussion;

/**
 * A page of comments.
 *
 * @param items the comments
 * @param next cursor of the next page, null on the last one
 * @param total how many comments of the article everybody may read
 * @param open whether comments are taken
 */
record CommentPage(List<CommentView> items, @Nullable String next, long total, boolean open) {

	/** Takes as many as fit; one more says that there is a next page. */
	static CommentPage of(List<CommentView> views, int limit, String list) {
		if (views.size() <= limit) {
			return new CommentPage(views, null, 0, false);
		}
		CommentView last = views.get(limit - 1);
		return new CommentPage(views.subList(0, limit), new Cursor(list, last.score(), last.at(), last.id()).text(), 0,
				false);
	}

	CommentPage of(Discussion discussion, Instant now) {
		return new CommentPage(this.items, this.next, discussion.comments(), discussion.openAt(now));
	}

}
