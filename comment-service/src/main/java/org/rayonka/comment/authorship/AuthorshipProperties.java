package org.rayonka.comment.authorship;

import java.time.Duration;
import java.time.Instant;

import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Comment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What authors may do with their comments.
 *
 * @param editLimit how long after it was sent a comment may be changed
 * @param erasedName how an author is called whose data were erased
 */
@ConfigurationProperties("rayonka.comments")
record AuthorshipProperties(@DefaultValue("10m") Duration editLimit,
		@DefaultValue("Удалённый читатель") String erasedName) {

	/** Insists that there is still time to change a comment. */
	Comment inTime(Comment comment, Instant now) {
		if (now.isAfter(comment.at().plus(this.editLimit))) {
			throw new CommentProblem.EditTooLate(this.editLimit);
		}
		return comment;
	}

}
