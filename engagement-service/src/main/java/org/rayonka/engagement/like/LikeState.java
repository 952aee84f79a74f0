package org.rayonka.engagement.like;

/**
 * How an article stands with a visitor.
 *
 * @param likes of everybody
 * @param liked whether the visitor's is among them
 */
record LikeState(long likes, boolean liked) {
}
