package org.rayonka.comment.thread;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said about an article.
 *
 * @param id made by this service
 * @param article the article discussed
 * @param place where it stands in the discussion
 * @param author account or visitor
 * @param wording what it says and under which name
 * @param status whether everybody may read it
 * @param at when it was said
 * @param standing what readers made of it
 * @param marks what its author and the newsroom made of it
 */
public record Comment(UUID id, UUID article, Place place, String author, Wording wording, Status status, Instant at,
		Standing standing, Marks marks) {

	/**
	 * Whether everybody may read it.
	 * @return true when it is published
	 */
	public boolean published() {
		return this.status == Status.PUBLISHED;
	}

	/**
	 * Where an answer to this comment stands.
	 * @return its place
	 */
	public Place answer() {
		return new Place(this.id, (this.place.root() != null) ? this.place.root() : this.id);
	}

	/**
	 * Where a comment stands.
	 *
	 * @param parent the comment answered, null when it begins a thread
	 * @param root the comment that began the thread, null when it is this one
	 */
	public record Place(@Nullable UUID parent, @Nullable UUID root) {

		/** Where a thread begins. */
		public static final Place FIRST = new Place(null, null);

	}

	/**
	 * What readers made of a comment.
	 *
	 * @param score votes for it less votes against it
	 * @param answers published answers in the thread that it began
	 */
	public record Standing(int score, int answers) {

		/** Nothing yet. */
		public static final Standing NONE = new Standing(0, 0);

	}

	/**
	 * What its author and the newsroom made of a comment.
	 *
	 * @param staff whether the newsroom says it
	 * @param pick whether the newsroom recommends it
	 * @param editedAt when its author last changed it, or null
	 */
	public record Marks(boolean staff, boolean pick, @Nullable Instant editedAt) {

		/** Nothing. */
		public static final Marks NONE = new Marks(false, false, null);

	}

}
