package org.rayonka.access;

import org.rayonka.problems.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Why a caller is kept out.
 */
public abstract sealed class AccessProblem extends Problem {

	private AccessProblem(HttpStatus status, String type, String title, String detail) {
		super(status, type, title, detail);
	}

	/**
	 * No token, or one that is not good any more (RFC 6750).
	 */
	public static final class Unauthenticated extends AccessProblem {

		/**
		 * Asks for a token.
		 */
		public Unauthenticated() {
			super(HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign-in needed",
					"This needs a valid access token: sign in, or get one at /oauth2/token");
			getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}

	}

	/**
	 * A good token whose owner lacks the right.
	 */
	public static final class Forbidden extends AccessProblem {

		/**
		 * Says which right is missing.
		 * @param detail what the caller may not do
		 */
		public Forbidden(String detail) {
			super(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", detail);
		}

	}

}
