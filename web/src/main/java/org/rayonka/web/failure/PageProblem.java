package org.rayonka.web.failure;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.rayonka.problems.Problem;
import org.springframework.http.HttpStatus;

/**
 * Why there is no page at an address.
 */
public abstract sealed class PageProblem extends Problem {

	private static final long serialVersionUID = 1L;

	private PageProblem(HttpStatus status, String type, String title, @Nullable String detail) {
		super(status, type, title, detail);
	}

	/** There is no such page. */
	public static final class NotFound extends PageProblem {

		private static final long serialVersionUID = 1L;

		/** Says no more: the address is known to who asks. */
		public NotFound() {
			super(HttpStatus.NOT_FOUND, "not-found", "Not found", null);
		}

	}

	/** The page has another address now. */
	public static final class Moved extends PageProblem {

		private static final long serialVersionUID = 1L;

		/**
		 * Says where to.
		 * @param to the new address, absolute or from the site's root
		 */
		public Moved(URI to) {
			super(HttpStatus.MOVED_PERMANENTLY, "moved", "Moved", null);
			getHeaders().setLocation(to);
		}

	}

	/** The newsroom has withdrawn the article. */
	public static final class Withdrawn extends PageProblem {

		private static final long serialVersionUID = 1L;

		/** Says no more: what is withdrawn is not told. */
		public Withdrawn() {
			super(HttpStatus.GONE, "withdrawn", "Withdrawn", null);
		}

	}

	/** A form of another site was sent in the reader's name. */
	public static final class ForeignForm extends PageProblem {

		private static final long serialVersionUID = 1L;

		/** Says what is wrong with the request. */
		public ForeignForm() {
			super(HttpStatus.FORBIDDEN, "foreign-form", "Not our form", "The request came from another site");
		}

	}

	/** What the page is made of cannot be had now. */
	public static final class Away extends PageProblem {

		private static final long serialVersionUID = 1L;

		private static final Duration WAIT = Duration.ofSeconds(5);

		/** Says that it will be there again. */
		public Away() {
			super(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Temporarily unavailable", null);
			retryAfter(WAIT);
		}

	}

}
