package org.rayonka.engagement.counts;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.scoreboard.Numbers;
import org.rayonka.engagement.scoreboard.Scoreboard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads the numbers of articles: views from Redis, likes and comments from PostgreSQL.
 * While one of the two is away the other stands in, and {@code asOf} says how old it is.
 */
@Component
class Counts {

	private static final Logger log = LoggerFactory.getLogger(Counts.class);

	private final Scoreboard scoreboard;

	private final CountRows rows;

	private final Clock clock;

	Counts(Scoreboard scoreboard, CountRows rows, Clock clock) {
		this.scoreboard = scoreboard;
		this.rows = rows;
		this.clock = clock;
	}

	/**
	 * Reads the numbers of those articles that are known. Fails when both stores are
	 * away.
	 */
	Mono<Map<UUID, ArticleCounts>> of(Collection<UUID> articles) {
		Mono<Read> live = read(this.scoreboard.numbers(articles));
		Mono<Read> stored = read(this.rows.numbers(articles));
		return Mono.zip(live, stored).flatMap((both) -> combine(both.getT1(), both.getT2()));
	}

	private static Mono<Read> read(Mono<Map<UUID, Numbers>> numbers) {
		return numbers.map((found) -> new Read(found, null)).onErrorResume((failure) -> {
			log.atDebug().addKeyValue("cause", failure.toString()).log("numbers from one store alone");
			return Mono.just(new Read(null, failure));
		});
	}

	private Mono<Map<UUID, ArticleCounts>> combine(Read live, Read stored) {
		Map<UUID, Numbers> views = live.numbers();
		Map<UUID, Numbers> rest = stored.numbers();
		if (views != null && rest != null) {
			return Mono.just(merge(views, rest, this.clock.instant()));
		}
		if (rest != null) {
			return this.rows.asOf().defaultIfEmpty(this.clock.instant()).map((asOf) -> merge(rest, rest, asOf));
		}
		if (views != null) {
			return Mono.just(merge(views, views, this.clock.instant()));
		}
		return Mono.error(() -> (stored.failure() != null) ? stored.failure() : new IllegalStateException());
	}

	private static Map<UUID, ArticleCounts> merge(Map<UUID, Numbers> views, Map<UUID, Numbers> known, Instant asOf) {
		Map<UUID, ArticleCounts> counts = HashMap.newHashMap(known.size());
		known.forEach((article, numbers) -> counts.put(article, new ArticleCounts(
				views.getOrDefault(article, numbers).views(), numbers.likes(), numbers.comments(), asOf)));
		return counts;
	}

	/**
	 * What one store gave.
	 *
	 * @param numbers null when it is away
	 * @param failure null when it is not
	 */
	private record Read(@Nullable Map<UUID, Numbers> numbers, @Nullable Throwable failure) {
	}

}
