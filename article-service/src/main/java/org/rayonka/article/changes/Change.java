package org.rayonka.article.changes;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry to be written into the log.
 *
 * @param article the article
 * @param edition slug of its edition
 * @param rubric slug of its rubric
 * @param kind what happened
 * @param at when
 * @param revision of the article with this change
 */
public record Change(UUID article, String edition, String rubric, ChangeKind kind, Instant at, long revision) {
}
