package org.rayonka.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Comments that were made elsewhere were brought along, many at once. Most were said long
 * ago: they are counted and are no news; lists of a window want to know of the others.
 *
 * @param article the article discussed
 * @param revision grows with every change of the article's discussion
 * @param at when they were brought along
 * @param count how many comments of the article everybody may read now
 * @param recent those of them that everybody may read and that were said within
 * {@link #RECENT} before; empty in events of releases that did not tell
 */
@JsonTypeName("comments.imported")
public record CommentsImported(UUID article, long revision, Instant at, long count,
		List<Said> recent) implements CommentEvent {

	/** Somewhat more than the longest window of a list. */
	public static final Duration RECENT = Duration.ofDays(31);

	public CommentsImported {
		recent = orNone(recent);
	}

	private static List<Said> orNone(@Nullable List<Said> recent) {
		return (recent != null) ? List.copyOf(recent) : List.of();
	}

	/**
	 * One of them.
	 *
	 * @param comment its id
	 * @param at when it was said
	 */
	public record Said(UUID comment, Instant at) {
	}

}
