package org.rayonka.problems;

import java.util.Arrays;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * The state that a change is meant for, as If-Match says (RFC 9110, 13.1.1). States are
 * known by their revision.
 *
 * @param header the header, null when there is none
 */
public record IfMatch(@Nullable String header) {

	/**
	 * The entity tag of a state.
	 * @param revision the state's
	 * @return a strong tag
	 */
	public static String tag(long revision) {
		return "\"" + revision + "\"";
	}

	/**
	 * Lets a change pass that is meant for this state.
	 * @param <T> what is changed
	 * @param state as it is
	 * @param revision reads its revision
	 * @return the same; a problem with status 428 when the header is missing,
	 * {@link Stale} when it names another state
	 */
	public <T> T check(T state, ToLongFunction<? super T> revision) {
		long current = revision.applyAsLong(state);
		if (this.header == null || this.header.isBlank()) {
			throw new RevisionMissing();
		}
		if (!names(this.header.strip(), tag(current))) {
			throw new Stale(current);
		}
		return state;
	}

	private static boolean names(String header, String tag) {
		return header.equals("*") || Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag::equals);
	}

	/** A change that does not say which state it is meant for. */
	private static final class RevisionMissing extends Problem {

		RevisionMissing() {
			super(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", "If-Match is missing",
					"Send the ETag of the state that you change");
		}

	}

	/** A change of a state that is no more. */
	public static final class Stale extends Problem {

		/**
		 * For what has changed since.
		 * @param revision the one it is at
		 */
		public Stale(long revision) {
			super(HttpStatus.PRECONDITION_FAILED, "stale-revision", "It was changed meanwhile",
					"It is at revision " + revision);
			member("revision", revision);
		}

	}

}
