package org.rayonka.web.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * Which articles a list shows; null leaves a thing open.
 *
 * @param edition slug of the edition
 * @param rubric slug of the rubric
 * @param tag as written
 * @param author slug of the author
 * @param video only articles with a video
 * @param from the first instant of publication
 * @param to the last instant of publication
 * @param limit how many at most
 * @param cursor where the page before ended
 */
public record ArticleQuery(@Nullable String edition, @Nullable String rubric, @Nullable String tag,
		@Nullable String author, @Nullable Boolean video, @Nullable Instant from, @Nullable Instant to, int limit,
		@Nullable String cursor) {

	/**
	 * The newest articles.
	 * @param edition slug of the edition, null for the whole network
	 * @param limit how many at most
	 * @return the first page
	 */
	public static ArticleQuery newest(@Nullable String edition, int limit) {
		return new ArticleQuery(edition, null, null, null, null, null, null, limit, null);
	}

	/**
	 * The newest articles with a video.
	 * @param edition slug of the edition, null for the whole network
	 * @param limit how many at most
	 * @return the first page
	 */
	public static ArticleQuery videos(@Nullable String edition, int limit) {
		return new ArticleQuery(edition, null, null, null, true, null, null, limit, null);
	}

	/**
	 * A part of an edition's list.
	 * @param edition slug of the edition
	 * @param rubric slug of the rubric, null for all
	 * @param limit how many at most
	 * @param cursor where the page before ended, null for the first
	 * @return the part
	 */
	public static ArticleQuery part(String edition, @Nullable String rubric, int limit, @Nullable String cursor) {
		return new ArticleQuery(edition, rubric, null, null, null, null, null, limit, cursor);
	}

	/**
	 * What of an edition has a tag.
	 * @param edition slug of the edition
	 * @param tag as written
	 * @param limit how many at most
	 * @param cursor where the page before ended, null for the first
	 * @return the part
	 */
	public static ArticleQuery tagged(String edition, String tag, int limit, @Nullable String cursor) {
		return new ArticleQuery(edition, null, tag, null, null, null, null, limit, cursor);
	}

	/**
	 * What an author wrote, in whatever edition.
	 * @param author slug of the author
	 * @param limit how many at most
	 * @param cursor where the page before ended, null for the first
	 * @return the part
	 */
	public static ArticleQuery by(String author, int limit, @Nullable String cursor) {
		return new ArticleQuery(null, null, null, author, null, null, null, limit, cursor);
	}

	/**
	 * What an edition printed on a day.
	 * @param edition the edition
	 * @param day of its zone
	 * @param limit how many at most
	 * @return the first page
	 */
	public static ArticleQuery on(Edition edition, LocalDate day, int limit) {
		Instant from = day.atStartOfDay(edition.zone()).toInstant();
		Instant to = day.plusDays(1).atStartOfDay(edition.zone()).toInstant().minus(1, ChronoUnit.MICROS);
		return new ArticleQuery(edition.slug(), null, null, null, null, from, to, limit, null);
	}

}
