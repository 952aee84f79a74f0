package org.rayonka.article.writing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.paging.Cursor;
import org.rayonka.article.paging.Micros;
import org.rayonka.article.paging.Page;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What an edition's newsroom works on, last written first.
 */
@Repository
class DeskList {

	private static final String CURSOR = "desk";

	private final DatabaseClient database;

	DeskList(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * An article in the list.
	 *
	 * @param pending whether something was written over what is public
	 * @param publishAt when it becomes public by itself, null unless it is scheduled
	 */
	record Item(UUID id, Status status, long revision, String rubric, String headline, String byline, boolean pending,
			@Nullable Instant publishAt, @Nullable Instant publishedAt, Instant savedAt) {

		static Item of(Readable row) {
			return new Item(row.get("id", UUID.class), Status.of(row.get("status", String.class)),
					Objects.requireNonNull(row.get("revision", Long.class)), row.get("rubric", String.class),
					row.get("headline", String.class), row.get("byline", String.class),
					Boolean.TRUE.equals(row.get("pending", Boolean.class)), row.get("publish_at", Instant.class),
					row.get("published_at", Instant.class), row.get("saved_at", Instant.class));
		}

		Cursor cursor() {
			return Cursor.of(CURSOR, Micros.of(this.savedAt), this.id);
		}

	}

	/**
	 * A part of the list.
	 * @param edition whose
	 * @param status only those in it, null for all
	 * @param cursor where the part before ended, null for the first
	 * @param limit how many make a part
	 * @return the part
	 */
	Mono<Page<Item>> list(String edition, @Nullable Status status, @Nullable String cursor, int limit) {
		Map<String, Object> values = new HashMap<>(Map.of("edition", edition, "limit", limit + 1));
		String where = "where a.edition = :edition";
		if (status != null) {
			where += " and a.status = :status";
			values.put("status", status.toString());
		}
		if (cursor != null && !cursor.isEmpty()) {
			where += " and (a.saved_at, a.id) < (:before, :id)";
			values.putAll(place(cursor));
		}
		return this.database.sql("""
				select a.id, a.status, a.revision, a.rubric, a.headline, a.byline, a.publish_at, a.published_at,
					a.saved_at, p.article_id is not null as pending
				from article a left join article_pending p on p.article_id = a.id
				""" + where + " order by a.saved_at desc, a.id desc limit :limit")
			.bindValues(values)
			.map(Item::of)
			.all()
			.collectList()
			.map((rows) -> Page.cut(rows, limit, Item::cursor));
	}

	private static Map<String, Object> place(String cursor) {
		return Cursor.read(cursor, CURSOR,
				(keys) -> Map.of("before", Micros.toInstant(keys.get(0)), "id", UUID.fromString(keys.get(1))));
	}

}
