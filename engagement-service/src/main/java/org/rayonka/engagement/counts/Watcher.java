package org.rayonka.engagement.counts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Remembers what one open page has been told.
 */
final class Watcher {

	private static final byte[] NOTHING = {};

	private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

	/** In readings, about a second each. */
	private static final int LONGEST_SILENCE = 15;

	private final List<WatchedArticle> articles;

	/** Revisions. */
	private final int[] told;

	/** The first is broken at once, so that the page knows that it is connected. */
	private int silence = LONGEST_SILENCE;

	Watcher(List<WatchedArticle> articles) {
		this.articles = articles;
		this.told = new int[articles.size()];
	}

	List<WatchedArticle> articles() {
		return this.articles;
	}

	/** Those whose numbers nobody has read yet. */
	List<WatchedArticle> unread() {
		return this.articles.stream().filter((article) -> article.told().revision() == 0).toList();
	}

	/** Events of all that changed; a heartbeat after a long silence, else empty. */
	byte[] news() {
		ByteArrayOutputStream news = new ByteArrayOutputStream(0);
		for (int i = 0; i < this.told.length; i++) {
			WatchedArticle.Told now = this.articles.get(i).told();
			if (now.revision() != this.told[i]) {
				this.told[i] = now.revision();
				news.writeBytes(now.event());
			}
		}
		if (news.size() > 0) {
			this.silence = 0;
			return news.toByteArray();
		}
		if (++this.silence <= LONGEST_SILENCE) {
			return NOTHING;
		}
		this.silence = 0;
		return HEARTBEAT;
	}

}
