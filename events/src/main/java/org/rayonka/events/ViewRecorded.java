package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * One acknowledged view beacon. It holds neither address nor cookie.
 *
 * @param article the article viewed
 * @param at when the beacon arrived
 * @param edition slug of the article's edition
 * @param visitor HMAC of address, user agent and edition under the day's salt; the same
 * text means the same visitor within a day, and nothing after it
 * @param verdict what the beacon was taken for; all are kept, only readers are counted
 * @param client on what grounds, so that better rules can judge again; null in records
 * that are older than this field, whose verdict stands for good
 */
@JsonTypeName("view.recorded")
public record ViewRecorded(UUID article, Instant at, String edition, String visitor, Verdict verdict,
		@Nullable Client client) implements AboutArticle {

	/**
	 * What a beacon told of the program that sent it.
	 *
	 * @param agent its user agent in lower case, cut when very long; empty when there was
	 * none
	 * @param ahead whether the page was fetched before anybody asked for it
	 * @param rushed whether the visitor asked for more than a person can read; looked at
	 * only when nothing else spoke against a person
	 */
	public record Client(String agent, boolean ahead, boolean rushed) {
	}

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
