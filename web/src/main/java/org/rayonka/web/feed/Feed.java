package org.rayonka.web.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article.Picture;

/**
 * What a feed says, in whatever format.
 *
 * @param title of the edition or of the network
 * @param description of it
 * @param home its front page, absolute
 * @param self the feed itself, absolute
 * @param updated when anything in it last changed
 * @param entries newest first
 */
record Feed(String title, String description, String home, String self, Instant updated, List<Entry> entries) {

	/**
	 * An article in a feed.
	 *
	 * @param id the same for ever
	 * @param url its page, absolute
	 * @param headline plain text
	 * @param summary plain text, may be empty
	 * @param html sanitised, with absolute addresses; empty when it could not be had
	 * @param author plain text, may be empty
	 * @param published when readers first saw it
	 * @param updated when it was last corrected
	 * @param categories rubric and tags
	 * @param picture with an absolute address, or null
	 */
	record Entry(UUID id, String url, String headline, String summary, String html, String author, Instant published,
			Instant updated, List<String> categories, @Nullable Picture picture) {
	}

}
