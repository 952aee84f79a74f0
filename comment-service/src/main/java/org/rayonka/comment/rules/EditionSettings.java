package org.rayonka.comment.rules;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.r2dbc.spi.Readable;
import org.rayonka.comment.discussion.EditionRules;
import org.rayonka.problems.IfMatch;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What the editions have settled; it holds from the next request on.
 */
@Repository
class EditionSettings {

	private static final String SELECT = "select * from edition_rules where slug = :slug";

	/** Writes over the state alone that the change was made from. */
	private static final String SAVE = """
			insert into edition_rules (slug, open, guests, close_after_days, newcomer_comments, max_links, checker,
				restricted_words, revision, changed_at, changed_by)
			values (:slug, :open, :guests, :days, :newcomer, :links, :checker, :words, :revision, :at, :by)
			on conflict (slug) do update set open = excluded.open, guests = excluded.guests,
				close_after_days = excluded.close_after_days, newcomer_comments = excluded.newcomer_comments,
				max_links = excluded.max_links, checker = excluded.checker,
				restricted_words = excluded.restricted_words, revision = excluded.revision,
				changed_at = excluded.changed_at, changed_by = excluded.changed_by
			where edition_rules.revision = excluded.revision - 1""";

	private final DatabaseClient database;

	private final EditionRules defaults;

	EditionSettings(DatabaseClient database, EditionRules defaults) {
		this.database = database;
		this.defaults = defaults;
	}

	/** The settings of an edition, never empty: the defaults where nothing is settled. */
	Mono<Settings> get(String edition) {
		return this.database.sql(SELECT)
			.bind("slug", edition)
			.map(EditionSettings::settings)
			.one()
			.defaultIfEmpty(new Settings(edition, this.defaults, List.of(), 0, null));
	}

	/**
	 * Keeps settings that were made from the latest ones.
	 * @param settings with the next revision
	 * @param change when and by whom
	 * @return the same; {@link IfMatch.Stale} when somebody else was faster
	 */
	Mono<Settings> save(Settings settings, Settings.Change change) {
		EditionRules rules = settings.rules();
		return this.database.sql(SAVE)
			.bind("slug", settings.edition())
			.bind("open", rules.open())
			.bind("guests", rules.guests())
			.bind("days", rules.closeAfterDays())
			.bind("newcomer", rules.newcomerComments())
			.bind("links", rules.maxLinks())
			.bind("checker", rules.checker().name().toLowerCase(Locale.ROOT))
			.bind("words", settings.restrictedWords().toArray(String[]::new))
			.bind("revision", settings.revision())
			.bind("at", change.at())
			.bind("by", change.by())
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> (rows == 1) ? Mono.just(settings) : stale(settings.edition()));
	}

	private Mono<Settings> stale(String edition) {
		return get(edition).flatMap((now) -> Mono.error(new IfMatch.Stale(now.revision())));
	}

	private static Settings settings(Readable row) {
		EditionRules rules = new EditionRules(row.get("open", Boolean.class), row.get("guests", Boolean.class),
				row.get("close_after_days", Integer.class), row.get("newcomer_comments", Integer.class),
				row.get("max_links", Integer.class),
				EditionRules.Checker.valueOf(row.get("checker", String.class).toUpperCase(Locale.ROOT)));
		return new Settings(row.get("slug", String.class), rules, List.of(row.get("restricted_words", String[].class)),
				row.get("revision", Long.class),
				new Settings.Change(row.get("changed_at", Instant.class), row.get("changed_by", String.class)));
	}

}
