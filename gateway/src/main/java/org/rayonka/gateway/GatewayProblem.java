package org.rayonka.gateway;

import java.time.Duration;

import org.rayonka.problems.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What the gateway itself refuses or cannot do.
 */
public abstract sealed class GatewayProblem extends Problem {

	private GatewayProblem(HttpStatus status, String type, String title, String detail) {
		super(status, type, title, detail);
	}

	/**
	 * Another site made the reader's browser send this.
	 */
	public static final class CrossSiteRequest extends GatewayProblem {

		/** Refuses. */
		public CrossSiteRequest() {
			super(HttpStatus.FORBIDDEN, "cross-site-request", "Request from another site",
					"A change must be asked for by a page of this site, or with a bearer token");
		}

	}

	/**
	 * No such address on the public port.
	 */
	public static final class NoSuchAddress extends GatewayProblem {

		/** Says no more than that. */
		public NoSuchAddress() {
			super(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing at this address");
		}

	}

	/**
	 * A request that no browser and no decent program sends.
	 */
	public static final class OddRequest extends GatewayProblem {

		/** Refuses. */
		public OddRequest() {
			super(HttpStatus.BAD_REQUEST, "odd-request", "Odd request",
					"The address or a header has characters that have no business there");
		}

	}

	/**
	 * A bearer token that is malformed, expired or not ours (RFC 6750).
	 */
	public static final class InvalidToken extends GatewayProblem {

		/** Asks for another token. */
		public InvalidToken() {
			super(HttpStatus.UNAUTHORIZED, "invalid-token", "Invalid token",
					"The bearer token is malformed, expired or not from here: get a new one at /oauth2/token");
			getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
		}

	}

	/**
	 * The service behind an address does not answer, or not in time.
	 */
	public static final class ServiceUnavailable extends GatewayProblem {

		/**
		 * Names what is away.
		 * @param service name of the service
		 * @param wait when to try again
		 */
		public ServiceUnavailable(String service, Duration wait) {
			super(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "Service unavailable",
					"The %s service does not answer now".formatted(service));
			member("service", service);
			retryAfter(wait);
		}

	}

	/**
	 * Nobody can sign in, because sessions cannot be kept or the issuer is away.
	 */
	public static final class SignInUnavailable extends GatewayProblem {

		/** When it may be possible again. */
		public static final Duration WAIT = Duration.ofSeconds(5);

		/** Asks to come back. */
		public SignInUnavailable() {
			super(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unavailable", "Sign-in unavailable",
					"Signing in is not possible right now; reading is");
			retryAfter(WAIT);
		}

	}

	/**
	 * More requests than a client may send.
	 */
	public static final class TooManyRequests extends GatewayProblem {

		/**
		 * Says when to go on.
		 * @param policy name of the exhausted quota
		 * @param wait until the next request is let through
		 */
		public TooManyRequests(String policy, Duration wait) {
			super(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests",
					"The quota '%s' is used up".formatted(policy));
			member("policy", policy);
			retryAfter(wait);
		}

	}

}
