package org.rayonka.problems;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A failure that its caller can understand, as RFC 9457 describes it. A service seals its
 * own family of problems below this class.
 */
public abstract class Problem extends ErrorResponseException {

	private static final String TYPE_PREFIX = "urn:rayonka:problem:";

	/**
	 * Describes a failure.
	 * @param status the HTTP status
	 * @param type what kind of problem, in kebab case and stable for ever
	 * @param title the kind in words, the same for every occurrence
	 * @param detail what is wrong this time, or null when the title says all
	 */
	protected Problem(HttpStatus status, String type, String title, @Nullable String detail) {
		super(status, ProblemDetail.forStatus(status), null);
		setType(type(type));
		setTitle(title);
		if (detail != null) {
			setDetail(detail);
		}
	}

	/**
	 * The URI of a kind of problem.
	 * @param kebabCase its stable name
	 * @return a URN
	 */
	public static URI type(String kebabCase) {
		return URI.create(TYPE_PREFIX + kebabCase);
	}

	/**
	 * Adds a member to the problem's JSON.
	 * @param name of the member
	 * @param value written as JSON
	 */
	protected final void member(String name, Object value) {
		getBody().setProperty(name, value);
	}

	/**
	 * Says when to try again.
	 * @param wait rounded up to whole seconds, at least one
	 */
	protected final void retryAfter(Duration wait) {
		long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
		getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
	}

}
