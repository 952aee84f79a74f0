package org.rayonka.article.media;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.darkroom.Format;
import org.rayonka.article.darkroom.PictureSize;

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

	String name() {
		return this.path.substring("/media/".length());
	}

	Format format() {
		return Format.ofName(this.path);
	}

	/**
	 * Its size, which a video does not have.
	 */
	PictureSize size() {
		return new PictureSize(Objects.requireNonNull(this.width), Objects.requireNonNull(this.height));
	}

}
