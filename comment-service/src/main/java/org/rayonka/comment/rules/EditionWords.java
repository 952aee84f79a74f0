package org.rayonka.comment.rules;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The words that an edition does not want to read. What was read once is read again only
 * when it has changed.
 */
@Repository
class EditionWords {

	private static final String SELECT = """
			select revision, case when revision <> :known then restricted_words end as words
			from edition_rules where slug = :edition""";

	private static final Known NOTHING = new Known(0, WordList.EMPTY);

	private final Map<String, Known> known = new ConcurrentHashMap<>();

	private final DatabaseClient database;

	EditionWords(DatabaseClient database) {
		this.database = database;
	}

	/** The words of an edition as they are now, none where it has settled nothing. */
	Mono<WordList> of(String edition) {
		Known before = this.known.getOrDefault(edition, NOTHING);
		return this.database.sql(SELECT)
			.bind("known", before.revision())
			.bind("edition", edition)
			.map(before::or)
			.one()
			.doOnNext((now) -> this.known.put(edition, now))
			.map(Known::words)
			.defaultIfEmpty(WordList.EMPTY);
	}

	private record Known(long revision, WordList words) {

		Known or(Readable row) {
			@Nullable String[] changed = row.get("words", String[].class);
			return (changed == null) ? this
					: new Known(row.get("revision", Long.class), new WordList(List.of(changed)));
		}

	}

}
