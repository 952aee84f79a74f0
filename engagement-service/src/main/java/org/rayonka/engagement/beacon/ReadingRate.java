package org.rayonka.engagement.beacon;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.rayonka.engagement.EngagementProperties;
import org.springframework.stereotype.Component;

/**
 * Counts how many views a visitor asks for in a minute, in this process and in bounded
 * memory: more than a person can read is no person.
 */
@Component
class ReadingRate {

	private static final int VISITORS = 20_000;

	private final boolean judging;

	private final int limit;

	private final Cache<String, AtomicInteger> views = Caffeine.newBuilder()
		.maximumSize(VISITORS)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	ReadingRate(EngagementProperties properties) {
		this.judging = properties.views().judgeRate();
		this.limit = properties.views().rateLimit();
	}

	boolean isImpossible(String visitor) {
		return this.judging && this.views.get(visitor, (key) -> new AtomicInteger()).incrementAndGet() > this.limit;
	}

}
