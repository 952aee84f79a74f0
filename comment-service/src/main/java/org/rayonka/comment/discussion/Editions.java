package org.rayonka.comment.discussion;

import java.util.Locale;

import org.rayonka.events.EditionChanged;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What the editions whose articles are discussed have settled.
 */
@Repository
class Editions {

	/** An event that is not newer than the one already applied changes nothing. */
	private static final String APPLY = """
			insert into edition (slug, premoderation, revision) values (:slug, :premoderation, :revision)
			on conflict (slug) do update set premoderation = excluded.premoderation, revision = excluded.revision
			where excluded.revision > edition.revision""";

	private final DatabaseClient database;

	Editions(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> apply(EditionChanged event) {
		return this.database.sql(APPLY)
			.bind("slug", event.edition())
			.bind("premoderation", event.premoderation().name().toLowerCase(Locale.ROOT))
			.bind("revision", event.revision())
			.then();
	}

}
