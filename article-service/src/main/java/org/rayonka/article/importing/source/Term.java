package org.rayonka.article.importing.source;

/**
 * A category or a tag.
 *
 * @param slug as the old site wrote it, may be empty
 * @param name for readers
 */
public record Term(String slug, String name) {
}
