package org.rayonka.engagement.recount;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.recount.LikesAndComments.Expected;
import org.rayonka.engagement.recount.SavedViews.Saved;
import org.rayonka.engagement.scoreboard.Inspection;
import org.rayonka.engagement.scoreboard.Inspection.Held;
import org.rayonka.engagement.scoreboard.Inspection.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares Redis with PostgreSQL a few articles at a time, all of them in turn, and those
 * that differ each time. What Redis held before PostgreSQL was asked and still holds
 * afterwards, PostgreSQL holds too, once its snapshot is as new as the first look.
 */
@Component
class Drift {

	private static final Logger log = LoggerFactory.getLogger(Drift.class);

	private static final int PAGE = 50;

	/** More are not followed: then it is a recount's work. */
	private static final int FOLLOWED = 50;

	private static final UUID FIRST = new UUID(0, 0);

	private final Inspection inspection;

	private final SavedViews savedViews;

	private final LikesAndComments likesAndComments;

	private final Map<Integer, Look> looks = new ConcurrentHashMap<>();

	private final Map<Integer, Set<UUID>> differing = new ConcurrentHashMap<>();

	Drift(Inspection inspection, SavedViews savedViews, LikesAndComments likesAndComments) {
		this.inspection = inspection;
		this.savedViews = savedViews;
		this.likesAndComments = likesAndComments;
	}

	/**
	 * Compares what was looked at before, and looks at the next; a snapshot should have
	 * been taken in between.
	 */
	Mono<Void> look(int partition) {
		Look before = this.looks.getOrDefault(partition, Look.NONE);
		return compare(partition, before).thenMany(next(partition, before)).collectList().flatMap((page) -> {
			Set<UUID> articles = new LinkedHashSet<>(followed(partition));
			articles.addAll(page);
			return look(partition, List.copyOf(articles), (page.size() < PAGE) ? FIRST : page.getLast());
		});
	}

	/** How many of all articles looked at are not held alike. */
	int differing() {
		return this.differing.values().stream().mapToInt(Set::size).sum();
	}

	private Flux<UUID> next(int partition, Look before) {
		return this.savedViews.articles(partition, before.last(), PAGE);
	}

	private Mono<Void> look(int partition, List<UUID> articles, UUID last) {
		return this.inspection.of(partition, articles)
			.doOnNext((held) -> this.looks.put(partition, new Look(held, last)))
			.then();
	}

	private Mono<Void> compare(int partition, Look before) {
		if (before.held().rows().isEmpty()) {
			return Mono.empty();
		}
		List<UUID> articles = List.copyOf(before.held().rows().keySet());
		return this.savedViews.of(partition, articles, before.held().lows())
			.zipWith(this.likesAndComments.expected(articles, before.held().lows()))
			.zipWhen((saved) -> this.inspection.of(partition, articles))
			.doOnNext(
					(all) -> unchanged(before.held(), all.getT2()).forEach((article, held) -> follow(partition, article,
							differences(article, before.held().nextOffset(), all.getT1().getT1().get(article),
									all.getT1().getT2().getOrDefault(article, Expected.NOTHING), held))))
			.then();
	}

	/** A window that has rolled meanwhile has other numbers. */
	private static Map<UUID, Row> unchanged(Held before, Held now) {
		Map<UUID, Row> rows = new HashMap<>(before.lows().equals(now.lows()) ? now.rows() : Map.of());
		rows.entrySet().retainAll(before.rows().entrySet());
		return rows;
	}

	private static List<Difference> differences(UUID article, long offset, @Nullable Saved saved, Expected expected,
			Row held) {
		List<Difference> differences = new ArrayList<>();
		if (saved != null && saved.nextOffset() >= offset) {
			differences.addAll(RowComparison.views(article, saved.views(), held));
		}
		if (expected.version() == held.version()) {
			differences.addAll(RowComparison.standings(article, expected, held));
		}
		return differences;
	}

	private void follow(int partition, UUID article, List<Difference> differences) {
		Set<UUID> followed = followed(partition);
		if (differences.isEmpty()) {
			followed.remove(article);
		}
		else if (followed.size() < FOLLOWED && followed.add(article)) {
			log.atWarn()
				.addKeyValue("partition", partition)
				.addKeyValue("differences", differences)
				.log("Redis and PostgreSQL do not hold the same");
		}
	}

	private Set<UUID> followed(int partition) {
		return this.differing.computeIfAbsent(partition, (key) -> ConcurrentHashMap.newKeySet());
	}

	/**
	 * What was seen.
	 *
	 * @param held by Redis
	 * @param last where the next look begins
	 */
	private record Look(Held held, UUID last) {

		static final Look NONE = new Look(new Held(0, Map.of(), Map.of()), FIRST);

	}

}
