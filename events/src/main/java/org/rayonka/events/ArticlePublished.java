package org.rayonka.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * An article became public.
 *
 * @param article its id
 * @param revision grows with every change of the article
 * @param at when it was published by the newsroom's action
 * @param card what lists show of it
 */
@JsonTypeName("article.published")
public record ArticlePublished(UUID article, long revision, Instant at, ArticleCard card) implements ArticleEvent {

	@Override
	public String edition() {
		return card.edition();
	}

}
