package org.rayonka.comment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.problems.Problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Why this service refuses a request.
 */
public abstract sealed class CommentProblem extends Problem {

	private CommentProblem(HttpStatus status, String type, String title, String detail) {
		super(status, type, title, detail);
	}

	/** No such article, or its publication has not been told yet. */
	public static final class UnknownArticle extends CommentProblem {

		public UnknownArticle(UUID article) {
			super(HttpStatus.NOT_FOUND, "article-not-found", "Unknown article",
					"No published article has the id %s".formatted(article));
		}

	}

	/** The article was taken back, and its discussion with it. */
	public static final class Withdrawn extends CommentProblem {

		public Withdrawn(UUID article) {
			super(HttpStatus.GONE, "article-withdrawn", "Article withdrawn",
					"The article %s was withdrawn".formatted(article));
		}

	}

	/** The newsroom takes no more comments on the article. */
	public static final class Closed extends CommentProblem {

		public Closed() {
			super(HttpStatus.CONFLICT, "discussion-closed", "Discussion closed",
					"The discussion of this article is closed");
		}

	}

	/** No such comment, or not one that the caller may know of. */
	public static final class UnknownComment extends CommentProblem {

		public UnknownComment(UUID comment) {
			super(HttpStatus.NOT_FOUND, "comment-not-found", "Unknown comment",
					"No comment that you may see has the id %s".formatted(comment));
		}

	}

	/** The time in which an author may change a comment is over. */
	public static final class EditTooLate extends CommentProblem {

		public EditTooLate(Duration limit) {
			super(HttpStatus.FORBIDDEN, "edit-too-late", "Too late to edit",
					"A comment may be changed for %d seconds after it was sent".formatted(limit.toSeconds()));
		}

	}

	/** A moderator has judged against the comment. */
	public static final class Rejected extends CommentProblem {

		public Rejected() {
			super(HttpStatus.CONFLICT, "comment-rejected", "Comment rejected",
					"A moderator has rejected this comment; it cannot be changed");
		}

	}

	/** The comment's author took it back. */
	public static final class TakenBack extends CommentProblem {

		public TakenBack() {
			super(HttpStatus.CONFLICT, "comment-deleted", "Comment deleted", "Its author has deleted this comment");
		}

	}

	/** As many streams are open as this instance serves. */
	public static final class TooManyStreams extends CommentProblem {

		public TooManyStreams() {
			super(HttpStatus.SERVICE_UNAVAILABLE, "too-many-streams", "Too many streams",
					"No more streams can be opened now");
			retryAfter(Duration.ofSeconds(30));
		}

	}

	/** The comment to be answered is not there, or below another article. */
	public static final class UnknownParent extends CommentProblem {

		public UnknownParent(String parent) {
			super(HttpStatus.BAD_REQUEST, "unknown-parent", "Unknown parent",
					"There is no comment %s in this discussion to answer".formatted(parent));
		}

	}

	/** The edition takes comments of signed-in readers alone. */
	public static final class SignInRequired extends CommentProblem {

		public SignInRequired() {
			super(HttpStatus.FORBIDDEN, "sign-in-required", "Sign-in required",
					"This edition takes comments of signed-in readers");
		}

	}

	/** Neither a token nor a visitor's cookie. */
	public static final class VisitorRequired extends CommentProblem {

		public VisitorRequired() {
			super(HttpStatus.BAD_REQUEST, "visitor-required", "Visitor required",
					"This needs a signed-in reader or the visitor's cookie");
		}

	}

	/** A value that is well-formed and yet not acceptable. */
	public static final class InvalidValue extends CommentProblem {

		public InvalidValue(String field, String message) {
			super(HttpStatus.BAD_REQUEST, "invalid-value", "Invalid value", "%s: %s".formatted(field, message));
			member("errors", List.of(Map.of("field", field, "message", message)));
		}

	}

	/** Somebody else is looking at the comment. */
	public static final class Claimed extends CommentProblem {

		public Claimed(String by, Instant until) {
			super(HttpStatus.CONFLICT, "claimed", "Claimed", "Another moderator is looking at this comment");
			member("by", by);
			member("until", until);
		}

	}

	/** Another moderator has decided otherwise. */
	public static final class AlreadyDecided extends CommentProblem {

		public AlreadyDecided(String decision, String by, Instant at) {
			super(HttpStatus.CONFLICT, "already-decided", "Already decided",
					"Another moderator has decided otherwise; where it is offered, 'override' decides anew");
			member("decision", decision);
			member("by", by);
			member("at", at);
		}

	}

	/** What was done after it would be lost. */
	public static final class NotTheLatest extends CommentProblem {

		public NotTheLatest() {
			super(HttpStatus.CONFLICT, "not-the-latest", "Not the latest action",
					"Something else was done since; undo that first");
		}

	}

	/** Nothing here has this id. */
	public static final class Unknown extends CommentProblem {

		public Unknown(String kind, String id) {
			super(HttpStatus.NOT_FOUND, kind + "-not-found", "Unknown " + kind,
					"There is no %s %s".formatted(kind, id));
		}

	}

	/** The author may not comment in this edition. */
	public static final class Banned extends CommentProblem {

		public Banned(@Nullable Instant until, @Nullable String reason) {
			super(HttpStatus.FORBIDDEN, "banned", "Banned", "The moderators of this edition take no comments from you");
			if (until != null) {
				member("until", until);
			}
			if (reason != null) {
				member("reason", reason);
			}
		}

	}

	/** A cursor that this service has not given out. */
	public static final class InvalidCursor extends CommentProblem {

		public InvalidCursor() {
			super(HttpStatus.BAD_REQUEST, "invalid-cursor", "Invalid cursor",
					"Take the cursor from 'next' as it is, for the same list");
		}

	}

	/** The same key with another content. */
	public static final class KeyReused extends CommentProblem {

		public KeyReused() {
			super(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", "Idempotency key reused",
					"This Idempotency-Key belongs to a request with another content");
		}

	}

	/** The same key at the same time. */
	public static final class InFlight extends CommentProblem {

		public InFlight() {
			super(HttpStatus.CONFLICT, "request-in-flight", "Request in flight",
					"A request with this Idempotency-Key is being worked on");
		}

	}

	/** The same author has said it already. */
	public static final class Repeated extends CommentProblem {

		public Repeated() {
			super(HttpStatus.CONFLICT, "comment-repeated", "Comment repeated", "You have said the same not long ago");
		}

	}

	/** More comments than one author is granted. */
	public static final class TooManyComments extends CommentProblem {

		public TooManyComments(int quota, Duration window, Duration wait) {
			super(HttpStatus.TOO_MANY_REQUESTS, "too-many-comments", "Too many comments",
					"An author may post %d comments in %d seconds".formatted(quota, window.toSeconds()));
			retryAfter(wait);
			getHeaders().set("RateLimit-Policy", "\"comments\";q=%d;w=%d".formatted(quota, window.toSeconds()));
			getHeaders().set("RateLimit",
					"\"comments\";r=0;t=%s".formatted(getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
		}

	}

}
