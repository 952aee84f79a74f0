package org.rayonka.comment.live;

import java.util.UUID;

import io.r2dbc.spi.Readable;

/**
 * How far a discussion and what the newsroom has told of it have come.
 *
 * @param article the article discussed
 * @param revision the discussion's
 * @param articleRevision of the article's last event that was applied
 */
record Place(UUID article, long revision, long articleRevision) {

	static Place of(Readable row) {
		return new Place(row.get("article_id", UUID.class), row.get("revision", Long.class),
				row.get("article_revision", Long.class));
	}

}
