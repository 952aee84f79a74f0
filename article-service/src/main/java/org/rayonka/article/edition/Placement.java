package org.rayonka.article.edition;

/**
 * A rubric of an edition in which an article runs.
 *
 * @param edition slug
 * @param rubric slug, one of that edition's
 */
public record Placement(String edition, String rubric) {
}
