package org.rayonka.article.writing;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the public knows of an article beside its content.
 *
 * @param slug the last part of its path
 * @param path of its page; it never changes
 * @param publishedAt the date on its page
 * @param updatedAt when it was corrected last, before that when it was published
 * @param revision the one that the public sees
 * @param withdrawnAt when it was taken back, null while it is public
 */
record Publication(String slug, String path, Instant publishedAt, Instant updatedAt, long revision,
		@Nullable Instant withdrawnAt) {

	Optional<Instant> withdrawal() {
		return Optional.ofNullable(this.withdrawnAt);
	}

	Publication corrected(long newRevision, Instant at) {
		return new Publication(this.slug, this.path, this.publishedAt, at, newRevision, null);
	}

	Publication withdrawn(long newRevision, Instant at) {
		return new Publication(this.slug, this.path, this.publishedAt, at, newRevision, at);
	}

}
