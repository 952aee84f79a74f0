package org.rayonka.web.engagement;

import org.jspecify.annotations.Nullable;

/**
 * Which popular list is asked for.
 *
 * @param by views, likes, comments or trending
 * @param window 24h, 7d, 30d or all
 * @param edition slug of the edition, null for the whole network
 * @param limit how many at most
 */
public record Ranking(String by, String window, @Nullable String edition, int limit) {
}
