package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A comment is no longer readable for everybody.
 *
 * @param article the article discussed
 * @param comment the comment's id
 * @param revision grows with every change of the article's discussion
 * @param at when it went
 * @param count how many comments of the article everybody may read now
 */
@JsonTypeName("comment.removed")
public record CommentRemoved(UUID article, UUID comment, long revision, Instant at,
		long count) implements CommentEvent {
}
