package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Comments that were made elsewhere were brought along, many at once and long after they
 * were said, so that they are counted and yet are no news.
 *
 * @param article the article discussed
 * @param revision grows with every change of the article's number of comments
 * @param at when they were brought along
 * @param count how many comments of the article everybody may read now
 */
@JsonTypeName("comments.imported")
public record CommentsImported(UUID article, long revision, Instant at, long count) implements CommentEvent {
}
