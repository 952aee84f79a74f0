package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * One acknowledged view beacon. It holds neither address nor cookie.
 *
 * @param article the article viewed
 * @param at when the beacon arrived
 * @param edition slug of the article's edition
 * @param visitor HMAC of address, user agent and edition under the day's salt; the same
 * text means the same visitor within a day, and nothing after it
 * @param verdict what the beacon was taken for; all are kept, only readers are counted
 */
@JsonTypeName("view.recorded")
public record ViewRecorded(UUID article, Instant at, String edition, String visitor,
		Verdict verdict) implements AboutArticle {

	/**
	 * What kind of client sent a view beacon.
	 */
	public enum Verdict {

		/** A person in front of a page. */
		READER,

		/** A robot that says so. */
		CRAWLER,

		/** A program that does not say so. */
		AUTOMATED,

		/** A page fetched ahead, perhaps never seen. */
		PREFETCH

	}

}
