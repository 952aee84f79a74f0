package org.rayonka.article;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.problems.Problem;
import org.springframework.http.HttpStatus;

/**
 * What can go wrong in article-service, each with a stable type (RFC 9457).
 */
public abstract sealed class ArticleProblem extends Problem {

	ArticleProblem(HttpStatus status, String type, String title, @Nullable String detail) {
		super(status, type, title, detail);
	}

	/** There is no such article, or none that the caller may see. */
	public static final class NotFound extends ArticleProblem {

		/**
		 * For an id or a path.
		 * @param what was asked for
		 */
		public NotFound(Object what) {
			super(HttpStatus.NOT_FOUND, "article-not-found", "No such article", "Nothing is published at " + what);
		}

	}

	/** The article had been public and was withdrawn. */
	public static final class Withdrawn extends ArticleProblem {

		/**
		 * For an article.
		 * @param id the article
		 */
		public Withdrawn(UUID id) {
			super(HttpStatus.GONE, "article-withdrawn", "The article was withdrawn", "Article " + id);
		}

	}

	/** There is no such edition. */
	public static final class EditionNotFound extends ArticleProblem {

		/**
		 * For a slug.
		 * @param slug was asked for
		 */
		public EditionNotFound(String slug) {
			super(HttpStatus.NOT_FOUND, "edition-not-found", "No such edition", "Edition " + slug);
		}

	}

	/** A request that says something that cannot be. */
	public static final class Invalid extends ArticleProblem {

		private Invalid(String type, String title, String detail) {
			super(HttpStatus.BAD_REQUEST, type, title, detail);
		}

		/**
		 * A cursor that this service did not give out.
		 * @return the problem
		 */
		public static Invalid cursor() {
			return new Invalid("invalid-cursor", "The cursor cannot be read",
					"Take it from the field next or from the Link header as it is");
		}

		/**
		 * An article for an edition that does not exist.
		 * @param edition its slug
		 * @return the problem
		 */
		public static Invalid edition(String edition) {
			return new Invalid("unknown-edition", "No such edition", "Edition " + edition);
		}

		/**
		 * An article for a rubric that its edition does not have.
		 * @param rubric its slug
		 * @return the problem
		 */
		public static Invalid rubric(String rubric) {
			return new Invalid("unknown-rubric", "The edition has no such rubric", "Rubric " + rubric);
		}

		/**
		 * A picture or video that was not uploaded.
		 * @param paths the paths that are not known
		 * @return the problem
		 */
		public static Invalid media(Collection<String> paths) {
			return new Invalid("unknown-media", "Upload pictures and videos first", String.join(", ", paths));
		}

		/**
		 * An address under which no video can be shown.
		 * @param url the address
		 * @return the problem
		 */
		public static Invalid video(String url) {
			return new Invalid("unknown-video", "Not a video that can be shown",
					"A path below /media/ or a page of vkvideo.ru, rutube.ru or youtube.com, not " + url);
		}

		/**
		 * A date of publishing that has not come yet.
		 * @return the problem
		 */
		public static Invalid future() {
			return new Invalid("use-schedule", "The date lies ahead", "Publish now, or schedule the article");
		}

		/**
		 * A date of publishing before there can have been any.
		 * @return the problem
		 */
		public static Invalid past() {
			return new Invalid("date-out-of-range", "The date is too long ago", "Nothing is dated before 1900");
		}

		/**
		 * A slug that would hide a part of the platform.
		 * @param slug the slug
		 * @return the problem
		 */
		public static Invalid reserved(String slug) {
			return new Invalid("reserved-slug", "This slug is taken by the platform", "Slug " + slug);
		}

		/**
		 * Two rubrics of an edition with the same slug.
		 * @return the problem
		 */
		public static Invalid repeatedRubric() {
			return new Invalid("repeated-rubric", "A rubric is named twice", "Each slug stands for one rubric");
		}

		/**
		 * A time zone that nobody knows.
		 * @param zone its name
		 * @return the problem
		 */
		public static Invalid timeZone(String zone) {
			return new Invalid("unknown-time-zone", "No such time zone", "Time zone " + zone);
		}

		/**
		 * A change of what stands fast once an article was published.
		 * @return the problem
		 */
		public static Invalid moved() {
			return new Invalid("edition-fixed", "A published article stays in its edition",
					"Withdraw it and write it anew for the other edition");
		}

	}

	/** A change without a word on which state it is meant for (RFC 6585). */
	public static final class RevisionMissing extends ArticleProblem {

		/** The one form. */
		public RevisionMissing() {
			super(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", "If-Match is missing",
					"Send the ETag of the state that you change");
		}

	}

	/** A change of a state that is no more. */
	public static final class Stale extends ArticleProblem {

		/**
		 * For an article.
		 * @param revision the one it is at
		 */
		public Stale(long revision) {
			super(HttpStatus.PRECONDITION_FAILED, "stale-revision", "The article was changed meanwhile",
					"It is at revision " + revision);
			member("revision", revision);
		}

	}

	/** The state of things does not allow it. */
	public static final class Conflict extends ArticleProblem {

		private Conflict(String type, String title, String detail) {
			super(HttpStatus.CONFLICT, type, title, detail);
		}

		/**
		 * An edition without what the law asks of its imprint.
		 * @param edition its slug
		 * @param missing the fields that are missing
		 * @return the problem
		 */
		public static Conflict imprint(String edition, Collection<String> missing) {
			Conflict problem = new Conflict("imprint-incomplete", "The edition's imprint is incomplete",
					"Edition " + edition + " lacks " + String.join(", ", missing));
			problem.member("fields", missing);
			return problem;
		}

		/**
		 * An article without an age mark.
		 * @return the problem
		 */
		public static Conflict ageMark() {
			return new Conflict("age-mark-missing", "No article is published without an age mark",
					"One of 0+, 6+, 12+, 16+, 18+");
		}

		/**
		 * A step that an article in this state cannot take.
		 * @param status the state it is in
		 * @param step what was asked for
		 * @return the problem
		 */
		public static Conflict status(String status, String step) {
			return new Conflict("article-is-" + status, "The article's state does not allow it",
					"It cannot be " + step + ": it is " + status);
		}

		/**
		 * A rubric that still has articles, or something else that is in use.
		 * @return the problem
		 */
		public static Conflict inUse() {
			return new Conflict("in-use", "Something that this would change or remove is in use",
					"An edition keeps the rubrics of its articles, and its imprint while articles are published");
		}

	}

	/** A file that is not taken. */
	public static final class Media extends ArticleProblem {

		private Media(HttpStatus status, String type, String title, String detail) {
			super(status, type, title, detail);
		}

		/**
		 * A file above the bound.
		 * @param bound the bound
		 * @return the problem
		 */
		public static Media tooLarge(String bound) {
			return new Media(HttpStatus.CONTENT_TOO_LARGE, "media-too-large", "The file is too large",
					"At most " + bound);
		}

		/**
		 * A file of a kind that is not taken.
		 * @return the problem
		 */
		public static Media unsupported() {
			return new Media(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-unsupported", "Not a file that can be shown",
					"JPEG, PNG, WebP, MP4 or WebM, told by its bytes");
		}

		/**
		 * A picture with more pixels than is good for anybody.
		 * @param bound the bound
		 * @return the problem
		 */
		public static Media tooManyPixels(long bound) {
			return new Media(HttpStatus.UNPROCESSABLE_CONTENT, "picture-too-many-pixels",
					"The picture has too many pixels", "At most " + bound);
		}

		/**
		 * There is no such file.
		 * @return the problem
		 */
		public static Media notFound() {
			return new Media(HttpStatus.NOT_FOUND, "media-not-found", "No such file", "Nothing is stored there");
		}

	}

	/** More streams than one process keeps open. */
	public static final class TooManyStreams extends ArticleProblem {

		/** The one form. */
		public TooManyStreams() {
			super(HttpStatus.SERVICE_UNAVAILABLE, "too-many-streams", "Too many live streams are open",
					"Poll the same log with the same cursor instead");
			retryAfter(Duration.ofSeconds(30));
		}

	}

}
