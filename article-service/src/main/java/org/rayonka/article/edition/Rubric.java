package org.rayonka.article.edition;

/**
 * A section of an edition.
 *
 * @param slug its name in addresses
 * @param name its name for readers
 */
public record Rubric(String slug, String name) {
}
