package org.rayonka.engagement.recount;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.rayonka.engagement.recount.LikesAndComments.Expected;
import org.rayonka.engagement.scoreboard.Inspection;
import org.rayonka.engagement.scoreboard.Inspection.Held;
import org.rayonka.engagement.scoreboard.Inspection.Row;
import org.rayonka.engagement.scoreboard.ScoreboardLostException;
import org.rayonka.engagement.scoreboard.Window;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Compares one partition in Redis with a replay of the log, while Redis goes on counting:
 * the replay is brought to the very offset at which each answer was given.
 */
@Component
class RedisComparison {

	private static final int PAGE = 200;

	private static final int SCANNED = 1000;

	private static final Duration PAUSE = Duration.ofMillis(500);

	/** While Redis is being restored it holds nothing, and then it is behind. */
	private static final int PATIENCE = 40;

	/** How often an article is looked at again that PostgreSQL has news of. */
	private static final int LOOKS = 20;

	private static final List<String> KINDS = List.of("counted", "repeated", "crawler", "automated", "prefetch");

	private final Inspection inspection;

	private final Recounted recounted;

	private final LikesAndComments likesAndComments;

	private final TransactionalOperator ofNow;

	RedisComparison(Inspection inspection, Recounted recounted, LikesAndComments likesAndComments,
			ReactiveTransactionManager transactions) {
		this.inspection = inspection;
		this.recounted = recounted;
		this.likesAndComments = likesAndComments;
		this.ofNow = TransactionalOperator.create(transactions,
				new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
	}

	/**
	 * Compares every number and every list that articles stand in, trending excepted, and
	 * every hour that is held.
	 * @param replay can be brought further along the log
	 */
	Flux<Difference> compare(int partition, Along replay, Findings findings) {
		return this.recounted.listArticles(partition)
			.thenMany(this.inspection.articles(partition).buffer(SCANNED).concatMap(this.recounted::listArticles))
			.thenMany(Flux.defer(this::pages))
			.doOnNext((page) -> findings.compared(page.size()))
			.concatMap((page) -> views(partition, page, replay).concatWith(standings(partition, page, LOOKS)), 1)
			.concatWith(hours(partition, replay));
	}

	private Flux<List<UUID>> pages() {
		AtomicReference<UUID> last = new AtomicReference<>(new UUID(0, 0));
		return Mono.defer(() -> this.recounted.articles(Objects.requireNonNull(last.get()), PAGE))
			.repeat()
			.takeWhile((page) -> !page.isEmpty())
			.doOnNext((page) -> last.set(page.getLast()));
	}

	private Flux<Difference> views(int partition, List<UUID> page, Along replay) {
		return at(replay, this.inspection.of(partition, page), Held::nextOffset)
			.flatMapMany((held) -> this.recounted.views(page, held.lows())
				.flatMapIterable((expected) -> page.stream()
					.flatMap((article) -> RowComparison
						.views(article, expected.getOrDefault(article, Map.of()), row(held, article))
						.stream())
					.toList()));
	}

	private Flux<Difference> standings(int partition, List<UUID> page, int looks) {
		return this.inspection.of(partition, page)
			.flatMapMany((held) -> this.likesAndComments.expected(page, held.lows())
				.as(this.ofNow::transactional)
				.flatMapMany((expected) -> standings(partition, page, held, expected, looks)));
	}

	private Flux<Difference> standings(int partition, List<UUID> page, Held held, Map<UUID, Expected> expected,
			int looks) {
		List<Difference> differences = new ArrayList<>();
		List<UUID> again = new ArrayList<>();
		for (UUID article : page) {
			Expected row = expected.getOrDefault(article, Expected.NOTHING);
			if (row.version() != row(held, article).version() && looks > 0) {
				again.add(article);
			}
			else {
				differences.addAll(RowComparison.standings(article, row, row(held, article)));
			}
		}
		return Flux.fromIterable(differences)
			.concatWith(again.isEmpty() ? Flux.empty()
					: Mono.delay(PAUSE).thenMany(Flux.defer(() -> standings(partition, again, looks - 1))));
	}

	private Flux<Difference> hours(int partition, Along replay) {
		return this.inspection.of(partition, List.of())
			.flatMap((held) -> this.recounted.hours(held.lows().getOrDefault(Window.MONTH, 0L)).collectList())
			.zipWith(this.inspection.hours(partition), RedisComparison::union)
			.flatMapMany(Flux::fromIterable)
			.concatMap((hour) -> hour(partition, hour, replay));
	}

	private Flux<Difference> hour(int partition, long hour, Along replay) {
		return at(replay, this.inspection.hour(partition, hour), Inspection.Bucket::nextOffset)
			.flatMapMany((bucket) -> this.recounted.hour(hour)
				.flatMapIterable((expected) -> hour(hour, expected, bucket.rows())));
	}

	private static List<Difference> hour(long hour, Map<UUID, List<Long>> expected, Map<UUID, List<Long>> held) {
		List<Difference> differences = new ArrayList<>();
		List<Long> nothing = List.of(0L, 0L, 0L, 0L, 0L);
		for (UUID article : union(expected.keySet(), held.keySet())) {
			for (int kind = 0; kind < KINDS.size(); kind++) {
				RowComparison.number(differences, article,
						"%s of %s".formatted(KINDS.get(kind), Instant.ofEpochSecond(hour * 3600)),
						expected.getOrDefault(article, nothing).get(kind),
						held.getOrDefault(article, nothing).get(kind));
			}
		}
		return differences;
	}

	/** An answer of Redis, and the replay where it was given. */
	private static <T> Mono<T> at(Along replay, Mono<T> answer, Function<T, Long> offset) {
		return Mono.defer(() -> answer)
			.delayUntil((given) -> replay.to(offset.apply(given)))
			.retryWhen(Retry.fixedDelay(PATIENCE, PAUSE)
				.filter((failure) -> failure instanceof ScoreboardLostException || failure instanceof Behind)
				.onRetryExhaustedThrow((retry, signal) -> new RecountException(
						"Redis does not hold what is counted: " + signal.failure().getMessage())));
	}

	private static Row row(Held held, UUID article) {
		return Objects.requireNonNull(held.rows().get(article));
	}

	private static <T> Set<T> union(Collection<T> one, Collection<T> other) {
		Set<T> all = new HashSet<>(one);
		all.addAll(other);
		return all;
	}

	/**
	 * A replay that can be brought further.
	 */
	interface Along {

		/** Brings it to an offset; fails with {@link Behind} when it is past that. */
		Mono<Void> to(long offset);

	}

	/**
	 * Redis stands where the replay has already passed: it went back, and comes again.
	 */
	static final class Behind extends RuntimeException {

		Behind(long offset) {
			super("it stands at offset " + offset);
		}

	}

}
