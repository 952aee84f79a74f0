package org.rayonka.article;

import java.util.Collection;

import org.springframework.http.HttpStatus;

/**
 * A request that says something that cannot be.
 */
public final class InvalidRequest extends ArticleProblem {

	private InvalidRequest(String type, String title, String detail) {
		super(HttpStatus.BAD_REQUEST, type, title, detail);
	}

	/**
	 * A cursor that this service did not give out.
	 * @return the problem
	 */
	public static InvalidRequest cursor() {
		return new InvalidRequest("invalid-cursor", "The cursor cannot be read",
				"Take it from the field next or from the Link header as it is");
	}

	/**
	 * An article for an edition that does not exist.
	 * @param edition its slug
	 * @return the problem
	 */
	public static InvalidRequest edition(String edition) {
		return new InvalidRequest("unknown-edition", "No such edition", "Edition " + edition);
	}

	/**
	 * An article for a rubric that its edition does not have.
	 * @param rubric its slug
	 * @return the problem
	 */
	public static InvalidRequest rubric(String rubric) {
		return new InvalidRequest("unknown-rubric", "The edition has no such rubric", "Rubric " + rubric);
	}

	/**
	 * An article by somebody who is not known.
	 * @param slugs those that are not known
	 * @return the problem
	 */
	public static InvalidRequest authors(Collection<String> slugs) {
		return new InvalidRequest("unknown-author", "No such author", String.join(", ", slugs));
	}

	/**
	 * An article that is to run in one edition more than once.
	 * @param edition its slug
	 * @return the problem
	 */
	public static InvalidRequest placedTwice(String edition) {
		return new InvalidRequest("placed-twice", "An article runs in each edition once", "Edition " + edition);
	}

	/**
	 * A picture or video that was not uploaded.
	 * @param paths the paths that are not known
	 * @return the problem
	 */
	public static InvalidRequest media(Collection<String> paths) {
		return new InvalidRequest("unknown-media", "Upload pictures and videos first", String.join(", ", paths));
	}

	/**
	 * A file that is too much for the head of every page.
	 * @param most its width and height in pixels
	 * @return the problem
	 */
	public static InvalidRequest emblem(int most) {
		return new InvalidRequest("invalid-emblem", "Not fit for an emblem",
				"A picture of at most %d by %d pixels".formatted(most, most));
	}

	/**
	 * An address under which no video can be shown.
	 * @param url the address
	 * @return the problem
	 */
	public static InvalidRequest video(String url) {
		return new InvalidRequest("unknown-video", "Not a video that can be shown",
				"A path below /media/ or a page of vkvideo.ru, rutube.ru or youtube.com, not " + url);
	}

	/**
	 * A date of publishing that has not come yet.
	 * @return the problem
	 */
	public static InvalidRequest future() {
		return new InvalidRequest("use-schedule", "The date lies ahead", "Publish now, or schedule the article");
	}

	/**
	 * A main story that readers could not open.
	 * @return the problem
	 */
	public static InvalidRequest unpublished() {
		return new InvalidRequest("unknown-article", "Not a published article", "Only published articles are pinned");
	}

	/**
	 * A time to publish at that is over.
	 * @return the problem
	 */
	public static InvalidRequest scheduledInThePast() {
		return new InvalidRequest("use-publish", "The time is over", "Publish now, or name a time that lies ahead");
	}

	/**
	 * A time to publish at that is most likely a mistake.
	 * @return the problem
	 */
	public static InvalidRequest scheduledTooFar() {
		return new InvalidRequest("date-out-of-range", "The time is too far ahead",
				"Nothing is scheduled more than a year ahead");
	}

	/**
	 * A date of publishing before there can have been any.
	 * @return the problem
	 */
	public static InvalidRequest past() {
		return new InvalidRequest("date-out-of-range", "The date is too long ago", "Nothing is dated before 1900");
	}

	/**
	 * A slug that would hide a part of the platform.
	 * @param slug the slug
	 * @return the problem
	 */
	public static InvalidRequest reserved(String slug) {
		return new InvalidRequest("reserved-slug", "This slug is taken by the platform", "Slug " + slug);
	}

	/**
	 * Two rubrics of an edition with the same slug.
	 * @return the problem
	 */
	public static InvalidRequest repeatedRubric() {
		return new InvalidRequest("repeated-rubric", "A rubric is named twice", "Each slug stands for one rubric");
	}

	/**
	 * A time zone that nobody knows.
	 * @param zone its name
	 * @return the problem
	 */
	public static InvalidRequest timeZone(String zone) {
		return new InvalidRequest("unknown-time-zone", "No such time zone", "Time zone " + zone);
	}

	/**
	 * A change of what stands fast once an article was published.
	 * @return the problem
	 */
	public static InvalidRequest moved() {
		return new InvalidRequest("edition-fixed", "A published article stays in its edition",
				"Withdraw it and write it anew for the other edition");
	}

	/**
	 * A search for more words than anybody types.
	 * @param most the bound
	 * @return the problem
	 */
	public static InvalidRequest words(int most) {
		return new InvalidRequest("too-many-words", "Too many words", "Search for at most " + most);
	}

	/**
	 * A filter by something that is no date.
	 * @return the problem
	 */
	public static InvalidRequest date() {
		return new InvalidRequest("invalid-date", "Not a date that can be searched",
				"Write 2026-11-22 or 2026-11-22T14:05:00Z, from 1900 to 2999");
	}

	/**
	 * A period that ends before it begins.
	 * @return the problem
	 */
	public static InvalidRequest period() {
		return new InvalidRequest("invalid-period", "The period ends before it begins", "Exchange from and to");
	}

}
