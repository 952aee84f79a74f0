package org.rayonka.engagement.scoreboard;

/**
 * The numbers of an article as the scoreboard has them.
 *
 * @param views counted views
 * @param likes standing likes
 * @param comments comments that everybody may read
 */
public record Numbers(long views, long likes, long comments) {
}
