package org.rayonka.article.writing;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.StateConflict;

/**
 * An article and its life: draft, in review, scheduled, published, withdrawn. Every step
 * gives a new state with the next revision, or fails with the reason.
 *
 * @param id its id
 * @param status where it stands
 * @param revision grows with every step; its ETag in the newsroom
 * @param content what is public, or before that what is written
 * @param pending what was written over a published article and is not public yet
 * @param publishAt when it becomes public by itself, null unless it is scheduled
 * @param publication null until it is published
 * @param createdAt when it was begun
 * @param savedAt when it was last written
 */
record Article(UUID id, Status status, long revision, Content content, @Nullable Content pending,
		@Nullable Instant publishAt, @Nullable Publication publication, Instant createdAt, Instant savedAt) {

	static Article draft(UUID id, Content content, Instant now) {
		return new Article(id, Status.DRAFT, 1, content, null, null, null, now, now);
	}

	/**
	 * What the newsroom last wrote, whether or not it is public.
	 */
	Content latest() {
		return (this.pending != null) ? this.pending : this.content;
	}

	/**
	 * Whether its time to become public has come.
	 */
	boolean due(Instant now) {
		return this.publishAt != null && !this.publishAt.isAfter(now);
	}

	/**
	 * Writes what is not public yet, or over a published article what a correction will
	 * show.
	 */
	Article save(Content written, Instant now) {
		return switch (this.status) {
			case DRAFT, IN_REVIEW -> unpublished(this.status, written, null, now);
			case SCHEDULED -> unpublished(this.status, marked(written), this.publishAt, now);
			case PUBLISHED -> published(this.content, staying(written), published(), now);
			case WITHDRAWN -> throw refused("saved");
		};
	}

	/**
	 * Hands a draft to the editors.
	 */
	Article submit(Instant now) {
		if (this.status != Status.DRAFT) {
			throw refused("submitted");
		}
		return unpublished(Status.IN_REVIEW, this.content, null, now);
	}

	/**
	 * Makes a draft again of what is in review or scheduled.
	 */
	Article giveBack(Instant now) {
		if (this.status != Status.IN_REVIEW && this.status != Status.SCHEDULED) {
			throw refused("returned");
		}
		return unpublished(Status.DRAFT, this.content, null, now);
	}

	/**
	 * Sets the time at which it becomes public, or another one.
	 */
	Article schedule(Instant at, Instant now) {
		checkUnpublished("scheduled");
		return unpublished(Status.SCHEDULED, marked(this.content), at, now);
	}

	/**
	 * Fails with the reason when this cannot be made public.
	 */
	void checkPublishable() {
		checkUnpublished("published");
		marked(this.content);
	}

	/**
	 * Makes it public.
	 */
	Article publish(Address address, Instant publishedAt, Instant now) {
		checkPublishable();
		Publication first = new Publication(address, publishedAt, publishedAt, this.revision + 1, null);
		return published(this.content, null, first, now);
	}

	/**
	 * Changes what is public.
	 */
	Article correct(Content corrected, Address address, Instant now) {
		checkCorrectable();
		return published(marked(staying(corrected)), null, published().corrected(address, this.revision + 1, now), now);
	}

	/**
	 * Fails when this is not public.
	 */
	void checkCorrectable() {
		if (this.status != Status.PUBLISHED) {
			throw refused("corrected");
		}
	}

	/**
	 * Takes back what is public.
	 */
	Article withdraw(Instant now) {
		if (this.status != Status.PUBLISHED) {
			throw refused("withdrawn");
		}
		return new Article(this.id, Status.WITHDRAWN, this.revision + 1, this.content, null, null,
				published().withdrawn(this.revision + 1, now), this.createdAt, now);
	}

	/**
	 * What the public knows of it.
	 * @throws NullPointerException when it never was public
	 */
	Publication published() {
		return Objects.requireNonNull(this.publication, "Never published");
	}

	private Article unpublished(Status next, Content written, @Nullable Instant at, Instant now) {
		return new Article(this.id, next, this.revision + 1, written, null, at, null, this.createdAt, now);
	}

	private Article published(Content shown, @Nullable Content written, Publication known, Instant now) {
		return new Article(this.id, Status.PUBLISHED, this.revision + 1, shown, written, null, known, this.createdAt,
				now);
	}

	/** Its address names its edition. */
	private Content staying(Content written) {
		if (!written.edition().equals(this.content.edition())) {
			throw InvalidRequest.moved();
		}
		return written;
	}

	private void checkUnpublished(String step) {
		if (this.status == Status.PUBLISHED || this.status == Status.WITHDRAWN) {
			throw refused(step);
		}
	}

	private static Content marked(Content content) {
		if (content.ageMark() == null) {
			throw StateConflict.ageMark();
		}
		return content;
	}

	private ArticleProblem refused(String step) {
		return StateConflict.status(this.status.toString(), step);
	}

}
