package org.rayonka.article.edition;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.StoredJson;
import org.rayonka.article.purging.Purges;
import org.rayonka.events.EditionChanged;
import org.rayonka.events.EventJson;
import org.rayonka.events.Premoderation;
import org.rayonka.events.Topics;
import org.rayonka.outbox.Outbox;
import org.rayonka.outbox.OutboxMessage;
import org.rayonka.tags.CacheTags;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The editions of the network.
 */
@Repository
public class Editions {

	private static final String SELECT = """
			select e.*, (select coalesce(jsonb_agg(jsonb_build_object('slug', r.slug, 'name', r.name)
				order by r.position), '[]') from rubric r where r.edition = e.slug) as rubrics
			from edition e
			""";

	private static final String REPLACE = """
			insert into edition (slug, name, region, founder, editor_in_chief, address, phone, email, registration,
				age_mark, time_zone, colour, emblem, premoderation, vk_group, analytics)
			values (:slug, :name, :region, :founder, :editorInChief, :address, :phone, :email, :registration,
				:ageMark, :timeZone, :colour, :emblem, :premoderation, :vkGroup, :analytics)
			on conflict (slug) do update set name = excluded.name, region = excluded.region,
				founder = excluded.founder, editor_in_chief = excluded.editor_in_chief, address = excluded.address,
				phone = excluded.phone, email = excluded.email, registration = excluded.registration,
				age_mark = excluded.age_mark, time_zone = excluded.time_zone, colour = excluded.colour, emblem = excluded.emblem,
				premoderation = excluded.premoderation, vk_group = excluded.vk_group,
				analytics = excluded.analytics, revision = edition.revision + 1
			returning revision
			""";

	private static final String REPLACE_RUBRICS = """
			with gone as (delete from rubric where edition = :edition and slug <> all(:slugs))
			insert into rubric (edition, slug, name, position)
			select :edition, slug, name, position
			from unnest(:slugs::text[], :names::text[]) with ordinality as given (slug, name, position)
			on conflict (edition, slug) do update set name = excluded.name, position = excluded.position
			""";

	private final DatabaseClient database;

	private final Outbox outbox;

	private final Purges purges;

	private final Clock clock;

	Editions(DatabaseClient database, Outbox outbox, Purges purges, Clock clock) {
		this.database = database;
		this.outbox = outbox;
		this.purges = purges;
		this.clock = clock;
	}

	/**
	 * All of them, by name; there are dozens.
	 * @return the editions
	 */
	public Flux<Edition> all() {
		return this.database.sql(SELECT + "order by e.name, e.slug").map(Editions::edition).all();
	}

	/**
	 * One of them.
	 * @param slug its slug
	 * @return the edition, empty when there is none
	 */
	public Mono<Edition> find(String slug) {
		return this.database.sql(SELECT + "where e.slug = :slug").bind("slug", slug).map(Editions::edition).one();
	}

	/**
	 * Creates or replaces an edition with its rubrics and tells the other services,
	 * within the caller's transaction.
	 * @param edition what is to be
	 * @return true when it was created
	 */
	Mono<Boolean> put(Edition edition) {
		Imprint imprint = edition.imprint();
		Settings settings = edition.settings();
		return this.database.sql(REPLACE)
			.bind("slug", edition.slug())
			.bind("name", edition.name())
			.bind("region", edition.region())
			.bind("founder", text(imprint.founder()))
			.bind("editorInChief", text(imprint.editorInChief()))
			.bind("address", text(imprint.address()))
			.bind("phone", text(imprint.phone()))
			.bind("email", text(imprint.email()))
			.bind("registration", text(imprint.registration()))
			.bind("ageMark", text(Objects.toString(edition.ageMark(), null)))
			.bind("timeZone", edition.timeZone().getId())
			.bind("colour", edition.colour())
			.bind("emblem", text(edition.emblem()))
			.bind("premoderation", stored(settings.premoderation()))
			.bind("vkGroup", text(settings.vkGroup()))
			.bind("analytics", text(settings.analytics()))
			.map((row) -> row.get("revision", Long.class))
			.one()
			.flatMap((revision) -> putRubrics(edition).then(tell(edition, revision)).thenReturn(revision == 1));
	}

	private Mono<Void> tell(Edition edition, long revision) {
		EditionChanged event = new EditionChanged(edition.slug(), revision, this.clock.instant(),
				edition.settings().premoderation());
		return this.outbox.add(new OutboxMessage(Topics.EDITIONS, event.key(), EventJson.write(event)))
			.then(this.purges.of(CacheTags.edition(edition.slug()), CacheTags.LISTS));
	}

	private Mono<Long> putRubrics(Edition edition) {
		List<Rubric> rubrics = edition.rubrics();
		return this.database.sql(REPLACE_RUBRICS)
			.bind("edition", edition.slug())
			.bind("slugs", rubrics.stream().map(Rubric::slug).toArray(String[]::new))
			.bind("names", rubrics.stream().map(Rubric::name).toArray(String[]::new))
			.fetch()
			.rowsUpdated();
	}

	/**
	 * Gives an edition one more rubric, behind those that it has; one that it has already
	 * stays as it is.
	 * @param edition its slug
	 * @param rubric the rubric
	 * @return completes when the edition has it
	 */
	public Mono<Void> addRubric(String edition, Rubric rubric) {
		return this.database.sql("""
				insert into rubric (edition, slug, name, position)
				select :edition, :slug, :name, coalesce(max(position), 0) + 1 from rubric where edition = :edition
				on conflict (edition, slug) do nothing
				""").bind("edition", edition).bind("slug", rubric.slug()).bind("name", rubric.name()).then();
	}

	private static String stored(Premoderation premoderation) {
		return premoderation.name().toLowerCase(Locale.ROOT);
	}

	private static Object text(@Nullable String value) {
		return Parameters.in(R2dbcType.VARCHAR, value);
	}

	private static Edition edition(Readable row) {
		Imprint imprint = new Imprint(row.get("founder", String.class), row.get("editor_in_chief", String.class),
				row.get("address", String.class), row.get("phone", String.class), row.get("email", String.class),
				row.get("registration", String.class));
		String ageMark = row.get("age_mark", String.class);
		Settings settings = new Settings(
				Premoderation.valueOf(row.get("premoderation", String.class).toUpperCase(Locale.ROOT)),
				row.get("vk_group", String.class), row.get("analytics", String.class));
		return new Edition(row.get("slug", String.class), row.get("name", String.class),
				row.get("region", String.class), imprint, (ageMark != null) ? AgeMark.of(ageMark) : null,
				ZoneId.of(row.get("time_zone", String.class)), row.get("colour", String.class),
				row.get("emblem", String.class), settings,
				StoredJson.readList(row.get("rubrics", Json.class), Rubric.class));
	}

}
