package org.rayonka.engagement.card;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.events.ArticleCard;

/**
 * What is known of an article.
 *
 * @param article its id
 * @param edition slug of the edition
 * @param withdrawn whether it was taken back
 * @param shown what lists show of it, null when it was withdrawn before it was known
 */
public record Card(UUID article, String edition, boolean withdrawn, @Nullable ArticleCard shown) {

	/**
	 * Whether lists may show it.
	 * @return true for published articles
	 */
	public boolean listed() {
		return !this.withdrawn && this.shown != null;
	}

}
