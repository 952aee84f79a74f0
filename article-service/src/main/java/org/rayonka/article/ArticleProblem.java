package org.rayonka.article;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.problems.Problem;
import org.springframework.http.HttpStatus;

/**
 * What can go wrong in article-service, each with a stable type (RFC 9457).
 */
public abstract sealed class ArticleProblem extends Problem permits ArticleProblem.NotFound, ArticleProblem.Withdrawn,
		ArticleProblem.AuthorNotFound, ArticleProblem.EditionNotFound, ArticleProblem.TooManyStreams, ImportRefused,
		InvalidRequest, MediaRefused, StateConflict {

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

	/** There is no such author. */
	public static final class AuthorNotFound extends ArticleProblem {

		/**
		 * For a slug.
		 * @param slug was asked for
		 */
		public AuthorNotFound(String slug) {
			super(HttpStatus.NOT_FOUND, "author-not-found", "No such author", "Author " + slug);
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
