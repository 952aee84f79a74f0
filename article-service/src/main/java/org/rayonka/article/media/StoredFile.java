package org.rayonka.article.media;

import org.jspecify.annotations.Nullable;

/**
 * A file that was stored.
 *
 * @param path below the public address, made of the SHA-256 of its bytes
 * @param type its media type
 * @param width in pixels, null for a video
 * @param height in pixels, null for a video
 * @param bytes how long it is
 */
public record StoredFile(String path, String type, @Nullable Integer width, @Nullable Integer height, long bytes) {
}
