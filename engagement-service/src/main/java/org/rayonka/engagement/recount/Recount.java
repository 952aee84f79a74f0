package org.rayonka.engagement.recount;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.EngagementProperties;
import org.rayonka.engagement.beacon.Rules;
import org.rayonka.engagement.counting.Snapshots;
import org.rayonka.engagement.counting.Snapshots.Saved;
import org.rayonka.engagement.recount.RedisComparison.Behind;
import org.rayonka.engagement.recount.Report.Change;
import org.rayonka.engagement.scoreboard.Ledger;
import org.rayonka.events.Topics;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Counts the log anew, one partition after the other, each in one transaction, while
 * everything goes on.
 */
@Component
class Recount {

	private static final Duration PAUSE = Duration.ofMillis(500);

	/** How many pauses Redis may take to follow. */
	private static final int PATIENCE = 240;

	private final Map<String, Object> kafka;

	private final Recounted recounted;

	private final RedisComparison redis;

	private final LikesAndComments likesAndComments;

	private final Repair repair;

	private final Snapshots snapshots;

	private final Ledger ledger;

	private final Duration window;

	private final TransactionalOperator reading;

	private final TransactionalOperator writing;

	Recount(ConsumerFactory<?, ?> kafka, Recounted recounted, RedisComparison redis, LikesAndComments likesAndComments,
			Repair repair, Snapshots snapshots, Ledger ledger, EngagementProperties properties,
			ReactiveTransactionManager transactions) {
		this.kafka = kafka.getConfigurationProperties();
		this.recounted = recounted;
		this.redis = redis;
		this.likesAndComments = likesAndComments;
		this.repair = repair;
		this.snapshots = snapshots;
		this.ledger = ledger;
		this.window = properties.views().window();
		DefaultTransactionDefinition asOfOneMoment = new DefaultTransactionDefinition();
		asOfOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.reading = TransactionalOperator.create(transactions, asOfOneMoment);
		this.writing = TransactionalOperator.create(transactions);
	}

	/** Does all of it; what was found stands in the findings. */
	Mono<Void> run(Mode mode, Findings findings) {
		findings.phase("the length of the log");
		return partitions().concatMap((partition) -> withLog(partition, (log) -> expect(log, findings)))
			.thenMany(partitions())
			.concatMap((partition) -> withLog(partition, (log) -> partition(mode, partition, log, findings)))
			.then(Mono.defer(() -> likesAndComments(mode, findings)))
			.then(mode.writes() ? Mono.defer(() -> redisFollows(findings)) : Mono.empty());
	}

	private static Mono<Void> expect(LogReader log, Findings findings) {
		return blocking(log::end).doOnNext(findings::expect).then();
	}

	private Mono<Void> partition(Mode mode, int partition, LogReader log, Findings findings) {
		if (log.begin() > 0) {
			return Mono
				.error(new RecountException("The log of partition %d begins at offset %d: what came before is gone, "
					.formatted(partition, log.begin()) + "and nothing can be counted anew"));
		}
		Rules rules = mode.judgesAgain() ? Rules.today() : null;
		return ((rules != null) ? Mono.just(Judge.by(rules, Long.MAX_VALUE)) : this.repair.judge(partition))
			.flatMap((judge) -> new Part(partition, log, judge, findings).run(mode, rules));
	}

	private Mono<Void> likesAndComments(Mode mode, Findings findings) {
		if (mode.judgesAgain()) {
			return Mono.empty();
		}
		findings.phase("likes and comments");
		Mono<Void> compared = this.likesAndComments.differences().doOnNext(findings::differs).then();
		return mode.writes() ? compared.then(this.likesAndComments.repair()).as(this.writing::transactional)
				: compared.as(this.reading::transactional);
	}

	private Mono<Void> redisFollows(Findings findings) {
		findings.phase("Redis follows");
		return partitions().concatMap(this::redisFollows).then();
	}

	private Mono<Void> redisFollows(int partition) {
		return this.snapshots.latest(partition)
			.flatMap((saved) -> this.ledger.progress(partition)
				.onErrorComplete()
				.filter((progress) -> progress.generation() >= saved.generation())
				.repeatWhenEmpty(PATIENCE, (again) -> again.delayElements(PAUSE)))
			.onErrorMap(IllegalStateException.class,
					(failure) -> new RecountException(
							"PostgreSQL holds the numbers of the log now, but Redis does not follow: is it up?"))
			.then();
	}

	private Mono<Void> withLog(int partition, Function<LogReader, Mono<Void>> work) {
		return Mono.usingWhen(blocking(() -> new LogReader(this.kafka, Topics.VIEWS, partition)), work,
				(log) -> Mono.fromRunnable(log::close).subscribeOn(Schedulers.boundedElastic()));
	}

	private static Flux<Integer> partitions() {
		return Flux.range(0, Topics.PARTITIONS);
	}

	private static <T> Mono<T> blocking(Callable<T> call) {
		return Mono.fromCallable(call).subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * The work on one partition.
	 */
	private final class Part implements RedisComparison.Along {

		private final int partition;

		private final LogReader log;

		private final Judge judge;

		private final Replay replay;

		private final Findings findings;

		private long knownEnd;

		Part(int partition, LogReader log, Judge judge, Findings findings) {
			this.partition = partition;
			this.log = log;
			this.judge = judge;
			this.replay = new Replay(Recount.this.window, judge);
			this.findings = findings;
		}

		Mono<Void> run(Mode mode, @Nullable Rules rules) {
			phase("the log");
			Mono<Void> counted = Recount.this.recounted.begin()
				.then(snapshot())
				.flatMap((saved) -> toSnapshot(mode, saved))
				.then(Recount.this.recounted.settle());
			return mode.writes() ? counted.then(replace(mode, rules)).as(Recount.this.writing::transactional)
					: counted.then((mode == Mode.VERIFY) ? compare() : weigh()).as(Recount.this.reading::transactional);
		}

		/** Compares at the offset of the snapshot, writes what the log holds by now. */
		private Mono<Void> replace(Mode mode, @Nullable Rules rules) {
			return Recount.this.repair.lock(this.partition)
				.then(snapshot())
				.flatMap((saved) -> toSnapshot(mode, saved))
				.then(Mono.defer(() -> (rules != null) ? weigh() : comparePostgres()))
				.then(blocking(this.log::end))
				.flatMap(this::to)
				.thenMany(Flux.defer(() -> Recount.this.recounted.renewed(this.partition)))
				.collectList()
				.flatMap((renewed) -> Recount.this.repair.write(this.partition, this.replay, renewed, rules));
		}

		private Mono<Void> compare() {
			return comparePostgres().then(Mono.defer(() -> {
				phase("Redis");
				return Recount.this.redis.compare(this.partition, this, this.findings)
					.doOnNext(this.findings::differs)
					.then();
			}));
		}

		private Mono<Void> comparePostgres() {
			return Mono.defer(() -> {
				phase("PostgreSQL");
				return Recount.this.recounted.differences(this.partition).doOnNext(this.findings::differs).then();
			});
		}

		/** What the verdicts were, and what they are by other rules. */
		private Mono<Void> weigh() {
			return Recount.this.recounted.held(this.partition)
				.flatMap((held) -> Recount.this.recounted.counted()
					.doOnNext((counted) -> this.findings.judged(held, counted)))
				.thenMany(Flux.defer(() -> Recount.this.recounted.renewed(this.partition)))
				.filter((renewed) -> renewed.held() != renewed.total().views())
				.doOnNext((renewed) -> this.findings
					.changes(new Change(renewed.total().article(), renewed.held(), renewed.total().views())))
				.then(Mono.fromRunnable(() -> this.findings.unjudged(this.judge.unknown())));
		}

		private Mono<Saved> snapshot() {
			return Recount.this.snapshots.latest(this.partition).defaultIfEmpty(Saved.NOTHING);
		}

		private Mono<Void> toSnapshot(Mode mode, Saved saved) {
			if (saved.broken()) {
				return Mono.error(new RecountException(
						"The log of partition %d has lost records that were counted: nothing can be counted anew"
							.formatted(this.partition)));
			}
			return !mode.writes() ? to(saved.nextOffset()) : blocking(this.log::end)
				.flatMap((end) -> to(Math.min(end, Math.max(saved.nextOffset(), this.replay.next()))));
		}

		@Override
		public Mono<Void> to(long offset) {
			if (offset < this.replay.next()) {
				return Mono.error(new Behind(offset));
			}
			Mono<Void> steps = Mono.defer(() -> step(offset)).repeat(() -> this.replay.next() < offset).then();
			return (offset <= this.knownEnd) ? steps : blocking(this.log::end).flatMap((end) -> {
				this.knownEnd = end;
				return (offset <= end) ? steps
						: Mono.error(new RecountException(
								"The numbers of partition %d stand at offset %d of the log, which ends at %d"
									.formatted(this.partition, offset, end)));
			});
		}

		private Mono<Void> step(long offset) {
			return blocking(() -> {
				long from = this.replay.next();
				this.replay.reached(this.log.read(offset, this.replay::isFull, this.replay::see));
				return this.replay.next() - from;
			}).doOnNext(this.findings::counted).then(Mono.defer(() -> Recount.this.recounted.add(this.replay)));
		}

		private void phase(String what) {
			this.findings.phase("%s, part %d of %d".formatted(what, this.partition + 1, Topics.PARTITIONS));
		}

	}

}
