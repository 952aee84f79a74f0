package org.rayonka.web.search;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * A page of what a search has found, best first.
 *
 * @param items what fits
 * @param next cursor of the next page, null on the last
 * @param meant the words that were searched, when those that were typed found nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Results(List<Result> items, @Nullable String next, @Nullable String meant) {

	static final Results NONE = new Results(List.of(), null, null);

	public Results {
		items = List.copyOf(items);
	}

	/**
	 * An article that fits.
	 *
	 * @param url its page, absolute
	 * @param edition slug of its edition
	 * @param headline plain text
	 * @param publishedAt when readers first saw it
	 * @param excerpt HTML with no other element than {@code mark}, whatever was told
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Result(String url, String edition, String headline, Instant publishedAt, @Nullable String excerpt) {

		private static final PolicyFactory MARKS = new HtmlPolicyBuilder().allowElements("mark").toFactory();

		public Result {
			excerpt = MARKS.sanitize(excerpt);
		}

	}

}
