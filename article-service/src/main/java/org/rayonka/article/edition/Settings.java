package org.rayonka.article.edition;

import org.jspecify.annotations.Nullable;
import org.rayonka.events.Premoderation;

/**
 * How an edition wants its comments and its readers treated.
 *
 * @param premoderation whose comments a moderator sees before everybody does
 * @param vkGroup the name of its group at VK, as in the group's address; null when it has
 * none
 * @param analytics the number of its counter at Yandex Metrika, which is loaded for
 * readers who agree; null when it has none
 */
public record Settings(Premoderation premoderation, @Nullable String vkGroup, @Nullable String analytics) {
}
