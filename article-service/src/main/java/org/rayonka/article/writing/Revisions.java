package org.rayonka.article.writing;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.StoredJson;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every state that articles ever had: written once, never changed.
 */
@Repository
class Revisions {

	private final DatabaseClient database;

	Revisions(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * A state that an article had.
	 *
	 * @param revision its number
	 * @param at when it came to be
	 * @param by whose work it is
	 * @param action what was done
	 * @param note a word on it
	 * @param headline of that state
	 * @param content all of it, where it is asked for
	 */
	record Revision(long revision, Instant at, Author by, String action, @Nullable String note, String headline,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Content content) {

		static Revision of(Readable row) {
			return new Revision(Objects.requireNonNull(row.get("revision", Long.class)), row.get("at", Instant.class),
					Author.of(row), row.get("action", String.class), row.get("note", String.class),
					row.get("headline", String.class), null);
		}

		static Revision whole(Readable row) {
			Revision outline = of(row);
			return new Revision(outline.revision, outline.at, outline.by, outline.action, outline.note,
					outline.headline, StoredJson.read(row.get("content", Json.class), Content.class));
		}

	}

	/**
	 * Whose work a revision is.
	 *
	 * @param id the account or API client
	 * @param name how they are called
	 */
	record Author(String id, String name) {

		static Author of(Readable row) {
			return new Author(row.get("by_id", String.class), row.get("by_name", String.class));
		}

	}

	Mono<Void> add(Article article, Step step) {
		return this.database.sql("""
				insert into article_revision (article_id, revision, at, by_id, by_name, action, note, content)
				values (:id, :revision, :at, :byId, :byName, :action, :note, :content)
				""")
			.bind("id", article.id())
			.bind("revision", article.revision())
			.bind("at", article.savedAt())
			.bind("byId", step.byId())
			.bind("byName", step.byName())
			.bind("action", step.action().name().toLowerCase(Locale.ROOT))
			.bind("note", Parameters.in(R2dbcType.VARCHAR, step.note()))
			.bind("content", StoredJson.write(article.latest()))
			.then();
	}

	/**
	 * Who scheduled an article last.
	 * @param id the article
	 * @return empty when it never was scheduled
	 */
	Mono<Author> scheduler(UUID id) {
		return this.database.sql("""
				select by_id, by_name from article_revision where article_id = :id and action = 'scheduled'
				order by revision desc limit 1
				""").bind("id", id).map(Author::of).one();
	}

	/**
	 * The states of an article, newest first, without their content.
	 * @param id the article
	 * @param before only those before this one
	 * @param limit at most so many
	 * @return none when there is no such article
	 */
	Flux<Revision> list(UUID id, long before, int limit) {
		return this.database.sql("""
				select revision, at, by_id, by_name, action, note, content ->> 'headline' as headline
				from article_revision where article_id = :id and revision < :before
				order by revision desc limit :limit
				""").bind("id", id).bind("before", before).bind("limit", limit).map(Revision::of).all();
	}

	/**
	 * One state of an article with its content.
	 * @param id the article
	 * @param revision which one
	 * @return empty when there is none
	 */
	Mono<Revision> find(UUID id, long revision) {
		return this.database.sql("""
				select *, content ->> 'headline' as headline from article_revision
				where article_id = :id and revision = :revision
				""").bind("id", id).bind("revision", revision).map(Revision::whole).one();
	}

}
