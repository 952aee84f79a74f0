package org.rayonka.comment.rules;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.CommentProblem;

/**
 * The state that a change is meant for, as If-Match says (RFC 9110, 13.1.1).
 *
 * @param header the header, null when there is none
 */
record IfMatch(@Nullable String header) {

	/** Lets a change pass that is meant for these settings. */
	Settings check(Settings settings) {
		if (this.header == null || this.header.isBlank()) {
			throw new CommentProblem.RevisionMissing();
		}
		if (!names(this.header.strip(), settings.tag())) {
			throw new CommentProblem.Stale(settings.revision());
		}
		return settings;
	}

	private static boolean names(String header, String tag) {
		return header.equals("*") || Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag::equals);
	}

}
