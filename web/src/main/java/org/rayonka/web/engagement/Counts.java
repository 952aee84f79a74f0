package org.rayonka.web.engagement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an article; null is not known, never 0.
 *
 * @param views counted views
 * @param likes likes not taken back
 * @param comments published comments
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Counts(@Nullable Long views, @Nullable Long likes, @Nullable Long comments) {

	/** Nothing is known. */
	public static final Counts UNKNOWN = new Counts(null, null, null);

}
