package org.rayonka.article.changes;

import java.time.Instant;
import java.util.Objects;

import io.r2dbc.spi.Readable;
import org.rayonka.article.reading.PublicArticle;

/**
 * An entry of the log with the article as it is now.
 *
 * @param position where it stands
 * @param kind what happened
 * @param at when
 * @param article as it is now, which may be after later changes
 */
record LoggedChange(Position position, ChangeKind kind, Instant at, PublicArticle article) {

	static LoggedChange of(Readable row) {
		ChangeKind kind = ChangeKind.of(row.get("kind", String.class));
		PublicArticle article = PublicArticle.of(row);
		return new LoggedChange(new Position(Objects.requireNonNull(row.get("position", Long.class))), kind,
				row.get("at", Instant.class), (kind == ChangeKind.WITHDRAWN) ? article.gone() : article);
	}

}
