package org.rayonka.article.changes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.rayonka.article.edition.Placement;

/**
 * An entry to be written into the log.
 *
 * @param article the article
 * @param before where it ran until now, none when it was not public
 * @param after where it runs from now on, none when it is withdrawn
 * @param kind what happened
 * @param at when
 * @param revision of the article with this change
 */
public record Change(UUID article, List<Placement> before, List<Placement> after, ChangeKind kind, Instant at,
		long revision) {
}
