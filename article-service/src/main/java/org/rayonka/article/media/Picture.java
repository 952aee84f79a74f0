package org.rayonka.article.media;

/**
 * A picture of an article.
 *
 * @param path below the public address
 * @param width in pixels
 * @param height in pixels
 * @param alt what it shows, for those who do not see it
 * @param caption what readers see below it
 * @param author who made it
 */
public record Picture(String path, int width, int height, String alt, String caption, String author) {
}
