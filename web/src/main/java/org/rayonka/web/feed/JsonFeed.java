package org.rayonka.web.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * JSON Feed 1.1.
 *
 * @param version address of the specification
 * @param title of the edition or of the network
 * @param description of it
 * @param homePage its front page
 * @param feed the feed itself
 * @param language of the entries
 * @param items newest first
 */
record JsonFeed(String version, String title, String description, @JsonProperty("home_page_url") String homePage,
		@JsonProperty("feed_url") String feed, String language, List<Item> items) {

	static JsonFeed of(Feed feed) {
		return new JsonFeed("https://jsonfeed.org/version/1.1", feed.title(), feed.description(), feed.home(),
				feed.self(), "ru", feed.entries().stream().map(Item::of).toList());
	}

	/** An article; one of text and HTML must be there. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String url, String title, @Nullable String summary,
			@JsonProperty("content_html") @Nullable String html, @JsonProperty("content_text") @Nullable String text,
			@Nullable String image, @JsonProperty("date_published") Instant published,
			@JsonProperty("date_modified") Instant modified, List<Author> authors, List<String> tags) {

		static Item of(Feed.Entry entry) {
			boolean whole = !entry.html().isEmpty();
			return new Item(entry.id(), entry.url(), entry.headline(),
					entry.summary().isEmpty() ? null : entry.summary(), whole ? entry.html() : null,
					whole ? null : entry.summary(), (entry.picture() != null) ? entry.picture().url() : null,
					entry.published(), entry.updated(),
					entry.author().isEmpty() ? List.of() : List.of(new Author(entry.author())), entry.categories());
		}

	}

	/** Who wrote it. */
	record Author(String name) {
	}

}
