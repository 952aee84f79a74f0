package org.rayonka.article.writing;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the public knows of an article beside its content.
 *
 * @param address of its page; those that it had before lead to it
 * @param publishedAt the date on its page
 * @param updatedAt when it was corrected last, before that when it was published
 * @param revision the one that the public sees
 * @param withdrawnAt when it was taken back, null while it is public
 */
record Publication(Address address, Instant publishedAt, Instant updatedAt, long revision,
		@Nullable Instant withdrawnAt) {

	Optional<Instant> withdrawal() {
		return Optional.ofNullable(this.withdrawnAt);
	}

	Publication corrected(Address newAddress, long newRevision, Instant at) {
		return new Publication(newAddress, this.publishedAt, at, newRevision, null);
	}

	Publication withdrawn(long newRevision, Instant at) {
		return new Publication(this.address, this.publishedAt, at, newRevision, at);
	}

}
