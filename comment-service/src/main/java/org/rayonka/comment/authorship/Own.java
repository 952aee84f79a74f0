package org.rayonka.comment.authorship;

import java.time.Instant;
import java.util.UUID;

import org.rayonka.access.AccessProblem;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Comments;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Finds comments for their authors, and for nobody else: of what others have said nobody
 * learns more than everybody sees.
 */
@Component
class Own {

	/** The author of all comments that were brought along; nobody is called so. */
	static final String NOBODY = "import";

	private final Comments comments;

	private final AuthorshipProperties properties;

	Own(Comments comments, AuthorshipProperties properties) {
		this.comments = comments;
		this.properties = properties;
	}

	/**
	 * The author's own comment, of any status; somebody else's is forbidden when it is
	 * published, and otherwise unknown.
	 */
	Mono<Comment> get(UUID id, Author author) {
		return this.comments.get(id).map((comment) -> checked(comment, author));
	}

	/** The same, if it may still be changed. */
	Mono<Comment> changeable(UUID id, Author author, Instant now) {
		return get(id, author).map((comment) -> switch (comment.status()) {
			case PUBLISHED, PENDING, WITHHELD -> this.properties.inTime(comment, now);
			case REJECTED -> throw new CommentProblem.Rejected();
			case DELETED -> throw new CommentProblem.TakenBack();
		});
	}

	private static Comment checked(Comment comment, Author author) {
		if (comment.author().equals(author.id()) && !author.id().equals(NOBODY)) {
			return comment;
		}
		if (comment.published()) {
			throw new AccessProblem.Forbidden("This comment is somebody else's");
		}
		throw new CommentProblem.UnknownComment(comment.id());
	}

}
