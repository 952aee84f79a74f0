package org.rayonka.article.writing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.StoredJson;
import org.rayonka.article.edition.AgeMark;
import org.rayonka.article.edition.Placement;
import org.rayonka.article.media.Picture;
import org.rayonka.article.media.Video;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * How an article lies in its table.
 */
final class ArticleRow {

	private ArticleRow() {
	}

	static Article read(Readable row) {
		Json pending = row.get("pending", Json.class);
		return new Article(row.get("id", UUID.class), Status.of(row.get("status", String.class)),
				value(row, "revision", Long.class), content(row),
				(pending != null) ? StoredJson.read(pending, Content.class) : null,
				row.get("publish_at", Instant.class), publication(row), row.get("created_at", Instant.class),
				row.get("saved_at", Instant.class));
	}

	private static Content content(Readable row) {
		String ageMark = row.get("age_mark", String.class);
		return new Content(row.get("edition", String.class), row.get("rubric", String.class),
				row.get("headline", String.class), row.get("standfirst", String.class), row.get("html", String.class),
				row.get("byline", String.class), (ageMark != null) ? AgeMark.of(ageMark) : null,
				List.of(value(row, "tags", String[].class)),
				StoredJson.readList(row.get("pictures", Json.class), Picture.class),
				StoredJson.readList(row.get("videos", Json.class), Video.class),
				value(row, "comments_open", Boolean.class), List.of(value(row, "authors", String[].class)),
				StoredJson.readList(row.get("also_in", Json.class), Placement.class));
	}

	private static @Nullable Publication publication(Readable row) {
		String slug = row.get("slug", String.class);
		return (slug == null) ? null
				: new Publication(new Address(slug, row.get("path", String.class)),
						row.get("published_at", Instant.class), row.get("updated_at", Instant.class),
						value(row, "public_revision", Long.class), row.get("withdrawn_at", Instant.class));
	}

	static GenericExecuteSpec bind(GenericExecuteSpec statement, Article article) {
		return publication(content(statement, article.content()), article.publication()).bind("id", article.id())
			.bind("status", article.status().toString())
			.bind("revision", article.revision())
			.bind("publishAt", in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, Optional.ofNullable(article.publishAt())))
			.bind("savedAt", article.savedAt());
	}

	private static GenericExecuteSpec content(GenericExecuteSpec statement, Content content) {
		return statement.bind("edition", content.edition())
			.bind("rubric", content.rubric())
			.bind("headline", content.headline())
			.bind("standfirst", content.standfirst())
			.bind("byline", content.byline())
			.bind("ageMark", in(R2dbcType.VARCHAR, Optional.ofNullable(content.ageMark()).map(AgeMark::toString)))
			.bind("tags", content.tags().toArray(String[]::new))
			.bind("pictures", StoredJson.write(content.pictures()))
			.bind("videos", StoredJson.write(content.videos()))
			.bind("commentsOpen", content.commentsOpen())
			.bind("authors", content.authors().toArray(String[]::new))
			.bind("alsoIn", StoredJson.write(content.alsoIn()));
	}

	private static GenericExecuteSpec publication(GenericExecuteSpec statement, @Nullable Publication publication) {
		Optional<Publication> known = Optional.ofNullable(publication);
		Optional<Address> address = known.map(Publication::address);
		return statement.bind("slug", in(R2dbcType.VARCHAR, address.map(Address::slug)))
			.bind("path", in(R2dbcType.VARCHAR, address.map(Address::path)))
			.bind("publishedAt", in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, known.map(Publication::publishedAt)))
			.bind("updatedAt", in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, known.map(Publication::updatedAt)))
			.bind("publicRevision", in(R2dbcType.BIGINT, known.map(Publication::revision)))
			.bind("withdrawnAt", in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, known.flatMap(Publication::withdrawal)));
	}

	private static Object in(R2dbcType type, Optional<?> value) {
		return Parameters.in(type, value.orElse(null));
	}

	private static <T> T value(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}
