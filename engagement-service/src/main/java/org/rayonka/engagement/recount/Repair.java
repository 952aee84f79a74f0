package org.rayonka.engagement.recount;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.beacon.Rules;
import org.rayonka.engagement.counting.Snapshots;
import org.rayonka.engagement.recount.Recounted.Renewed;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes what was counted anew in the place of what PostgreSQL held, as a snapshot of the
 * next generation: Redis is restored from it wherever it is of an earlier one.
 */
@Component
class Repair {

	private static final int PAGE = 1000;

	private static final int ENTRIES = 10_000;

	private static final String LOCK = """
			insert into view_offset (partition, next_offset, clock, taken_at) values (:partition, 0, 0, :now)
			on conflict (partition) do update set taken_at = view_offset.taken_at""";

	private static final String REMOVE_HOURS = """
			delete from view_hour v where partition = :partition and not exists (select from recounted_hour r
				where r.article_id = v.article_id and r.hour = v.hour)""";

	private static final String WRITE_HOURS = """
			insert into view_hour as v (article_id, hour, partition, counted, repeated, crawler, automated, prefetch)
			select article_id, hour, :partition, counted, repeated, crawler, automated, prefetch from recounted_hour
			on conflict (article_id, hour) do update set partition = excluded.partition, counted = excluded.counted,
				repeated = excluded.repeated, crawler = excluded.crawler, automated = excluded.automated,
				prefetch = excluded.prefetch
			where (v.partition, v.counted, v.repeated, v.crawler, v.automated, v.prefetch) <> (excluded.partition,
				excluded.counted, excluded.repeated, excluded.crawler, excluded.automated, excluded.prefetch)""";

	private static final String FORGET = "delete from view_seen where partition = :partition";

	private static final String REMEMBER = """
			insert into view_seen (partition, next_offset, clock, entries) values (:partition, :next, :clock, :entries)""";

	private static final String STAND = """
			update view_offset set next_offset = :next, clock = :clock, taken_at = :now, generation = generation + 1
			where partition = :partition""";

	private static final String RESTATE = """
			insert into view_restatement (partition, below, rules, restated_at) values (:partition, :next, :rules, :now)
			on conflict (partition) do update set below = excluded.below, rules = excluded.rules,
				restated_at = excluded.restated_at""";

	private final DatabaseClient database;

	private final Snapshots snapshots;

	private final Clock clock;

	Repair(DatabaseClient database, Snapshots snapshots, Clock clock) {
		this.database = database;
		this.snapshots = snapshots;
		this.clock = clock;
	}

	/** Lets no snapshot be written until the transaction of whoever calls has ended. */
	Mono<Void> lock(int partition) {
		return sql(LOCK, partition).bind("now", this.clock.instant()).then();
	}

	/**
	 * Writes, in the transaction of whoever calls.
	 * @param replay that has been added to what was counted
	 * @param renewed the articles whose numbers are others now
	 * @param rules by which verdicts were given anew, null when they stand as they were
	 */
	Mono<Void> write(int partition, Replay replay, List<Renewed> renewed, @Nullable Rules rules) {
		return sql(REMOVE_HOURS, partition).then()
			.then(sql(WRITE_HOURS, partition).then())
			.thenMany(Flux.fromIterable(renewed).map(Renewed::total).buffer(PAGE))
			.concatMap((page) -> this.snapshots.totals(partition, page))
			.then(sql(FORGET, partition).then())
			.then(remember(partition, replay))
			.then(sql(STAND, partition).bind("next", replay.next())
				.bind("clock", replay.clock())
				.bind("now", this.clock.instant())
				.then())
			.then(restate(partition, replay, rules));
	}

	/**
	 * In pieces, under offsets before that of the snapshot: as a whole it may be very
	 * much.
	 */
	private Mono<Void> remember(int partition, Replay replay) {
		return Flux.fromStream(replay::remembered)
			.buffer(ENTRIES)
			.index()
			.concatMap((piece) -> sql(REMEMBER, partition).bind("next", replay.next() - piece.getT1())
				.bind("clock", replay.clock())
				.bind("entries", String.join("\n", piece.getT2()))
				.then(), 1)
			.then();
	}

	private Mono<Void> restate(int partition, Replay replay, @Nullable Rules rules) {
		return (rules == null) ? Mono.empty()
				: sql(RESTATE, partition).bind("next", replay.next())
					.bind("rules", rules.text())
					.bind("now", this.clock.instant())
					.then();
	}

	/** Gives the verdicts that stand. */
	Mono<Judge> judge(int partition) {
		return this.database.sql("select below, rules from view_restatement where partition = :partition")
			.bind("partition", partition)
			.map((row) -> Judge.by(Rules.of(Objects.requireNonNull(row.get("rules", String.class))),
					Recounted.number(row, "below")))
			.one()
			.defaultIfEmpty(Judge.asLogged());
	}

	private GenericExecuteSpec sql(String sql, int partition) {
		return this.database.sql(sql).bind("partition", partition);
	}

}
