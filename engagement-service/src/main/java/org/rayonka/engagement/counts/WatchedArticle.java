package org.rayonka.engagement.counts;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An article that somebody watches, and the event that tells its numbers: written once
 * for all who watch it.
 */
final class WatchedArticle {

	private final UUID id;

	/** Changed only within the map that holds this. */
	private int watchers;

	private volatile Told told = new Told(0, null, new byte[0]);

	WatchedArticle(UUID id) {
		this.id = id;
	}

	UUID id() {
		return this.id;
	}

	Told told() {
		return this.told;
	}

	WatchedArticle entered() {
		this.watchers++;
		return this;
	}

	/** Null when nobody is left. */
	@Nullable WatchedArticle left() {
		this.watchers--;
		return (this.watchers > 0) ? this : null;
	}

	/** Writes a new event if a number changed; no counts change nothing. */
	synchronized void read(@Nullable ArticleCounts counts, JsonMapper json) {
		if (counts == null) {
			return;
		}
		Change change = new Change(this.id, counts.views(), counts.likes(), counts.comments());
		if (!change.equals(this.told.change())) {
			String event = "event:counts\ndata:" + json.writeValueAsString(change) + "\n\n";
			this.told = new Told(this.told.revision() + 1, change, event.getBytes(StandardCharsets.UTF_8));
		}
	}

	/**
	 * What watchers are sent.
	 *
	 * @param revision how many changes it has seen, 0 before the first
	 * @param change the numbers, null before the first
	 * @param event a whole server-sent event, empty before the first
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Told(int revision, @Nullable Change change, byte[] event) {
	}

	/**
	 * The numbers of an article.
	 *
	 * @param article its id
	 * @param views counted views
	 * @param likes standing likes
	 * @param comments comments that everybody may read
	 */
	private record Change(UUID article, @Nullable Long views, @Nullable Long likes, @Nullable Long comments) {
	}

}
