package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A published article was taken back: it is gone from every list and its discussion is
 * closed.
 *
 * @param article its id
 * @param revision grows with every change of the article
 * @param at when it was withdrawn
 * @param edition the slug of the edition in which it had appeared
 */
@JsonTypeName("article.withdrawn")
public record ArticleWithdrawn(UUID article, long revision, Instant at, String edition) implements ArticleEvent {
}
