package org.rayonka.engagement.card;

import java.util.UUID;

/**
 * What is known of an article.
 *
 * @param article its id
 * @param edition slug of the edition
 * @param withdrawn whether it was taken back
 */
public record Card(UUID article, String edition, boolean withdrawn) {
}
