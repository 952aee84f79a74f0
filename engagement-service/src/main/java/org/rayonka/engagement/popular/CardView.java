package org.rayonka.engagement.popular;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.EngagementProperties;
import org.rayonka.events.ArticleCard;

/**
 * What a list shows of an article.
 *
 * @param id the article's
 * @param url absolute, under the public address
 * @param edition slug
 * @param rubric slug
 * @param headline plain text
 * @param standfirst plain text, empty when there is none
 * @param picture null when there is none
 * @param publishedAt the date that the page shows
 * @param ageMark such as {@code 12+}
 * @param video whether the article carries one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CardView(UUID id, String url, String edition, String rubric, String headline, String standfirst,
		@Nullable Picture picture, Instant publishedAt, String ageMark, boolean video) {

	static CardView of(UUID id, ArticleCard card, EngagementProperties site) {
		return new CardView(id, site.url(card.path()), card.edition(), card.rubric(), card.headline(),
				card.standfirst(), Picture.of(card.picture(), site), card.publishedAt(), card.ageMark(), card.video());
	}

	/**
	 * The card's picture.
	 *
	 * @param url absolute
	 * @param width in pixels
	 * @param height in pixels
	 * @param alt what it shows
	 */
	record Picture(String url, int width, int height, String alt) {

		static @Nullable Picture of(ArticleCard.@Nullable Picture picture, EngagementProperties site) {
			return (picture != null)
					? new Picture(site.url(picture.path()), picture.width(), picture.height(), picture.alt()) : null;
		}

	}

}
