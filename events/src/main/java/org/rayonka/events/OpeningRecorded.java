package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * What an article brings along from the site on which it appeared before. Absolute: the
 * last one in the log stands.
 *
 * @param article the article counted
 * @param at when the newsroom gave the numbers
 * @param edition slug of the article's edition
 * @param views counted elsewhere before
 * @param likes given elsewhere before
 */
@JsonTypeName("opening.recorded")
public record OpeningRecorded(UUID article, Instant at, String edition, long views,
		long likes) implements AboutArticle {
}
