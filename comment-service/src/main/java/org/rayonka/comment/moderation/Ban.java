package org.rayonka.comment.moderation;

import java.time.Instant;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.comment.thread.PlainText;

/**
 * An edition takes no comments from an author.
 *
 * @param until when it ends, null for never
 * @param shadow whether the author is not to notice
 * @param reason why, or null; told to the author, unless he is not to notice
 */
record Ban(@Nullable Instant until, boolean shadow, @Nullable String reason) {

	Ban {
		reason = PlainText.orNull(reason);
	}

	static Ban of(Readable row) {
		return new Ban(row.get("until", Instant.class), row.get("shadow", Boolean.class),
				row.get("reason", String.class));
	}

}
