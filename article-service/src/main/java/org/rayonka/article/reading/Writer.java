package org.rayonka.article.reading;

/**
 * An article's author as the article names one.
 *
 * @param slug of the author
 * @param name as it is now
 */
public record Writer(String slug, String name) {
}
