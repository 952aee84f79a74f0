package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A published article was changed.
 *
 * @param article its id
 * @param revision grows with every change of the article
 * @param at when it was corrected
 * @param card what lists show of it from now on
 */
@JsonTypeName("article.corrected")
public record ArticleCorrected(UUID article, long revision, Instant at, ArticleCard card) implements ArticleEvent {

	@Override
	public String edition() {
		return card.edition();
	}

}
