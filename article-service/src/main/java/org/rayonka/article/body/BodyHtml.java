package org.rayonka.article.body;

import java.util.List;

/**
 * A body that is fit to be shown.
 *
 * @param html sanitised HTML
 * @param dropped what was taken out, each kind once: {@code script}, or
 * {@code p[onclick]} for an attribute
 */
public record BodyHtml(String html, List<String> dropped) {

	/**
	 * Sanitises what somebody wrote.
	 * @param written HTML from outside
	 * @return the body with a report of what was dropped
	 */
	public static BodyHtml of(String written) {
		return BodyPolicy.apply(written);
	}

	/**
	 * Sanitises what is stored once more, so that a policy that became stricter holds for
	 * old bodies too.
	 * @param stored HTML out of the database
	 * @return HTML that is fit to be shown
	 */
	public static String again(String stored) {
		return BodyPolicy.apply(stored).html();
	}

}
