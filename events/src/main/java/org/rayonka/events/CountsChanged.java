package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * An article's views and likes as they are now, told by engagement-service at most about
 * once a second per article.
 *
 * @param article the article counted
 * @param revision grows with every change of either number
 * @param at the time for which the numbers stand
 * @param views counted views
 * @param likes standing likes
 */
@JsonTypeName("counts.changed")
public record CountsChanged(UUID article, long revision, Instant at, long views, long likes) implements AboutArticle {
}
