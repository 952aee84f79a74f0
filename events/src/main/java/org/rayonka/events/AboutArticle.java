package org.rayonka.events;

import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An event about one article; all of them share a partition and so their order.
 */
public sealed interface AboutArticle extends Event
		permits ArticleEvent, ViewRecorded, OpeningRecorded, CountsChanged, CommentEvent {

	/**
	 * The article that the event is about, which is also its key.
	 * @return the article's id
	 */
	UUID article();

	@Override
	@JsonIgnore
	default String key() {
		return Objects.requireNonNull(article(), "No article").toString();
	}

}
