package org.rayonka.article.writing;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.StateConflict;

/**
 * An article and its life: draft, published, withdrawn. Every step gives a new state with
 * the next revision, or fails with the reason.
 *
 * @param id its id
 * @param status where it stands
 * @param revision grows with every step; its ETag in the newsroom
 * @param content what is public, or of a draft what is written
 * @param pending what was written over a published article and is not public yet
 * @param publication null until it is published
 * @param createdAt when it was begun
 * @param savedAt when it was last written
 */
record Article(UUID id, Status status, long revision, Content content, @Nullable Content pending,
		@Nullable Publication publication, Instant createdAt, Instant savedAt) {

	static Article draft(UUID id, Content content, Instant now) {
		return new Article(id, Status.DRAFT, 1, content, null, null, now, now);
	}

	/**
	 * What the newsroom last wrote, whether or not it is public.
	 */
	Content latest() {
		return (this.pending != null) ? this.pending : this.content;
	}

	/**
	 * Writes a draft, or over a published article what a correction will show.
	 */
	Article save(Content written, Instant now) {
		return switch (this.status) {
			case DRAFT ->
				new Article(this.id, this.status, this.revision + 1, written, null, null, this.createdAt, now);
			case PUBLISHED -> new Article(this.id, this.status, this.revision + 1, this.content, staying(written),
					this.publication, this.createdAt, now);
			case WITHDRAWN -> throw refused("saved");
		};
	}

	/**
	 * Fails with the reason when this cannot be made public.
	 */
	void checkPublishable() {
		if (this.status != Status.DRAFT) {
			throw refused("published");
		}
		checkAgeMark(this.content);
	}

	/**
	 * Makes a draft public.
	 */
	Article publish(String slug, String path, Instant publishedAt, Instant now) {
		checkPublishable();
		Publication first = new Publication(slug, path, publishedAt, publishedAt, this.revision + 1, null);
		return new Article(this.id, Status.PUBLISHED, this.revision + 1, this.content, null, first, this.createdAt,
				now);
	}

	/**
	 * Public from its first revision on: it appeared elsewhere before.
	 */
	Article appeared(String slug, String path, Instant publishedAt) {
		checkPublishable();
		Publication first = new Publication(slug, path, publishedAt, publishedAt, this.revision, null);
		return new Article(this.id, Status.PUBLISHED, this.revision, this.content, null, first, this.createdAt,
				this.savedAt);
	}

	/**
	 * Changes what is public.
	 */
	Article correct(Content corrected, Instant now) {
		if (this.status != Status.PUBLISHED) {
			throw refused("corrected");
		}
		checkAgeMark(corrected);
		return new Article(this.id, this.status, this.revision + 1, staying(corrected), null,
				published().corrected(this.revision + 1, now), this.createdAt, now);
	}

	/**
	 * Takes back what is public.
	 */
	Article withdraw(Instant now) {
		if (this.status != Status.PUBLISHED) {
			throw refused("withdrawn");
		}
		return new Article(this.id, Status.WITHDRAWN, this.revision + 1, this.content, null,
				published().withdrawn(this.revision + 1, now), this.createdAt, now);
	}

	/**
	 * What the public knows of it.
	 * @throws NullPointerException when it never was public
	 */
	Publication published() {
		return Objects.requireNonNull(this.publication, "Never published");
	}

	/** Its address names its edition. */
	private Content staying(Content written) {
		if (!written.edition().equals(this.content.edition())) {
			throw InvalidRequest.moved();
		}
		return written;
	}

	private static void checkAgeMark(Content content) {
		if (content.ageMark() == null) {
			throw StateConflict.ageMark();
		}
	}

	private ArticleProblem refused(String step) {
		return StateConflict.status(this.status.toString(), step);
	}

}
