package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A comment that everybody may read looks otherwise from now on; their number is as it
 * was.
 *
 * @param article the article discussed
 * @param comment the comment's id
 * @param revision grows with every change of the article's discussion
 * @param at when it changed
 * @param count how many comments of the article everybody may read
 */
@JsonTypeName("comment.edited")
public record CommentEdited(UUID article, UUID comment, long revision, Instant at, long count) implements CommentEvent {

}
