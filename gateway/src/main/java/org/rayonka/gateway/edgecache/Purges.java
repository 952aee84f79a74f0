package org.rayonka.gateway.edgecache;

import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * What is known of tags that went old, and whether anything would be known. A service may
 * still answer from its own memory for some seconds after a purge, so an answer with a
 * tag that was just purged is doubtful.
 */
@Component
class Purges {

	/** Longer than services remember, and than events between them take. */
	private static final long DOUBT_SECONDS = 5;

	private static final long TRUST = TimeUnit.SECONDS.toNanos(5);

	private final Cache<String, Boolean> recent = Caffeine.newBuilder()
		.expireAfterWrite(DOUBT_SECONDS, TimeUnit.SECONDS)
		.maximumSize(100_000)
		.build();

	private volatile long heard = System.nanoTime() - TRUST;

	void remember(Set<String> tags) {
		tags.forEach((tag) -> this.recent.put(tag, true));
	}

	boolean doubtful(Set<String> tags) {
		return tags.stream().anyMatch((tag) -> this.recent.getIfPresent(tag) != null);
	}

	/** All that was told until then is remembered. */
	void heardUntil(long nanos) {
		this.heard = nanos;
	}

	/** Whether a purge of a moment ago would be known by now. */
	boolean areHeard(long now) {
		return now - this.heard < TRUST;
	}

	/** Seconds since all purges were known. */
	double silence() {
		return (System.nanoTime() - this.heard) / 1e9;
	}

}
