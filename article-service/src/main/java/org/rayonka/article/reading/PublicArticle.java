package org.rayonka.article.reading;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.StoredJson;
import org.rayonka.article.edition.Placement;
import org.rayonka.article.media.Picture;
import org.rayonka.article.media.Video;

/**
 * An article that is or was public, without its body.
 *
 * @param id its id
 * @param revision the revision that the public sees
 * @param withdrawn whether it was taken back
 * @param edition slug of its edition
 * @param rubric slug of its rubric
 * @param path of its page
 * @param headline plain text
 * @param standfirst plain text
 * @param byline plain text
 * @param ageMark such as {@code 12+}
 * @param tags in the writer's order
 * @param pictures the first one is shown in lists
 * @param videos shown below the text
 * @param commentsOpen whether readers may comment
 * @param publishedAt the date on its page
 * @param updatedAt when it was corrected last, before that when it was published
 * @param authors in the order of the byline
 * @param alsoIn where it runs beside its own edition
 * @param counts what the other services count
 */
public record PublicArticle(UUID id, long revision, boolean withdrawn, String edition, String rubric, String path,
		String headline, String standfirst, String byline, String ageMark, List<String> tags, List<Picture> pictures,
		List<Video> videos, boolean commentsOpen, Instant publishedAt, Instant updatedAt, List<Writer> authors,
		List<Placement> alsoIn, Counts counts) {

	/** The columns of {@link #of(Readable)}, of {@code article a} and its counts. */
	public static final String COLUMNS = """
			a.id, a.public_revision, a.status, a.edition, a.rubric, a.path, a.headline, a.standfirst, a.byline,
			a.age_mark, a.tags, a.pictures, a.videos, a.comments_open, a.published_at, a.updated_at,
			(select coalesce(jsonb_agg(jsonb_build_object('slug', w.slug, 'name', w.name)
				order by array_position(a.authors, w.slug)), '[]') from author w where w.slug = any(a.authors)) as authors,
			a.also_in,
			n.views, n.likes, n.comments""";

	/** How the counts come to an article; they may be missing. */
	public static final String WITH_COUNTS = "left join article_counts n on n.article_id = a.id";

	/**
	 * How often it was viewed, liked and commented; null while nothing is known.
	 *
	 * @param views counted views
	 * @param likes standing likes
	 * @param comments readable comments
	 */
	public record Counts(@Nullable Long views, @Nullable Long likes, @Nullable Long comments) {
	}

	/**
	 * Reads a row.
	 * @param row with {@link #COLUMNS}
	 * @return the article
	 */
	public static PublicArticle of(Readable row) {
		Counts counts = new Counts(row.get("views", Long.class), row.get("likes", Long.class),
				row.get("comments", Long.class));
		return new PublicArticle(row.get("id", UUID.class), value(row, "public_revision", Long.class),
				"withdrawn".equals(row.get("status", String.class)), row.get("edition", String.class),
				row.get("rubric", String.class), row.get("path", String.class), row.get("headline", String.class),
				row.get("standfirst", String.class), row.get("byline", String.class), row.get("age_mark", String.class),
				List.of(value(row, "tags", String[].class)),
				StoredJson.readList(row.get("pictures", Json.class), Picture.class),
				StoredJson.readList(row.get("videos", Json.class), Video.class),
				value(row, "comments_open", Boolean.class), row.get("published_at", Instant.class),
				row.get("updated_at", Instant.class), StoredJson.readList(row.get("authors", Json.class), Writer.class),
				StoredJson.readList(row.get("also_in", Json.class), Placement.class), counts);
	}

	/**
	 * The same article to somebody from whom it was taken away.
	 * @return the article as if it were withdrawn
	 */
	public PublicArticle gone() {
		return new PublicArticle(this.id, this.revision, true, this.edition, this.rubric, this.path, this.headline,
				this.standfirst, this.byline, this.ageMark, this.tags, this.pictures, this.videos, this.commentsOpen,
				this.publishedAt, this.updatedAt, this.authors, this.alsoIn, this.counts);
	}

	private static <T> T value(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}
