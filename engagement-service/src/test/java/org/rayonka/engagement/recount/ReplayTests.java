package org.rayonka.engagement.recount;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.rayonka.engagement.LogOracle;
import org.rayonka.engagement.beacon.Rules;
import org.rayonka.engagement.scoreboard.LoggedView;
import org.rayonka.engagement.scoreboard.Snapshot.HourRow;
import org.rayonka.events.OpeningRecorded;
import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Client;
import org.rayonka.events.ViewRecorded.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A replay against an oracle that keeps everything in memory.
 */
class ReplayTests {

	private static final Duration WINDOW = Duration.ofMinutes(30);

	private static final List<Verdict> VERDICTS = List.of(Verdict.values());

	private static final Instant START = Instant.parse("2026-11-20T20:00:00Z");

	private final Random random = new Random(11);

	private final List<UUID> articles = List.of(new UUID(1, 1), new UUID(2, 2), new UUID(3, 3));

	private final LogOracle oracle = new LogOracle(WINDOW);

	private final Map<UUID, Map<Long, HourRow>> drained = new HashMap<>();

	private Replay replay = new Replay(WINDOW, Judge.asLogged());

	@Test
	void countsWhatAnOracleCounts() {
		for (int offset = 0; offset < 20_000; offset++) {
			see(offset, view(START.plusSeconds(3L * offset - (this.random.nextInt(8) == 0 ? 5000 : 0))));
			if (offset % 700 == 0) {
				this.replay.reached(offset + 1);
				drain();
			}
		}
		drain();
		for (UUID article : this.articles) {
			for (String verdict : List.of("counted", "repeated", "crawler", "automated", "prefetch")) {
				assertThat(sum(article, verdict)).as(verdict).isEqualTo(this.oracle.count(article, verdict));
			}
		}
		assertThat(this.oracle.count(this.articles.getFirst(), "repeated")).isPositive();
	}

	@Test
	void putsEachViewInItsHour() {
		see(0, view(Instant.parse("2026-11-20T20:59:59.999Z")));
		see(1, view(Instant.parse("2026-11-20T21:00:00Z")));
		this.replay.reached(2);
		drain();
		assertThat(this.drained.values()
			.stream()
			.flatMap((hours) -> hours.keySet().stream())
			.map((hour) -> Instant.ofEpochSecond(hour * 3600)))
			.containsExactlyInAnyOrder(Instant.parse("2026-11-20T20:00:00Z"), Instant.parse("2026-11-20T21:00:00Z"));
	}

	@Test
	void remembersVisitorsNoLongerThanAVerdictNeeds() {
		for (int offset = 0; offset < 500; offset++) {
			see(offset, view(START.plusSeconds(offset)));
		}
		assertThat(this.replay.remembered()).hasSizeGreaterThan(1);
		Instant later = START.plus(Duration.ofDays(1));
		ViewRecorded view = new ViewRecorded(this.articles.getFirst(), later, "borovsk", "late", Verdict.READER, null);
		see(500, view);
		assertThat(this.replay.remembered())
			.containsExactly(new LoggedView(500, later.toEpochMilli(), view).key() + " " + later.toEpochMilli());
	}

	@Test
	void keepsTheLastOpeningBalance() {
		this.replay.see(0, 0, new OpeningRecorded(this.articles.getFirst(), START, "borovsk", 10, 1));
		this.replay.see(1, 0, new OpeningRecorded(this.articles.getFirst(), START, "borovsk", 20, 2));
		assertThat(this.replay.drainOpenings()).extracting(OpeningRecorded::views).containsExactly(20L);
		assertThat(this.replay.drainOpenings()).isEmpty();
	}

	@Test
	void judgesByOtherRulesBelowAnOffset() {
		Judge judge = Judge.by(Rules.of("crawler fancyreader"), 2);
		this.replay = new Replay(WINDOW, judge);
		Client fancy = new Client("fancyreader/1", false, false);
		for (int offset = 0; offset < 3; offset++) {
			this.replay.see(offset, START.toEpochMilli(), new ViewRecorded(this.articles.getFirst(), START, "borovsk",
					"visitor" + offset, Verdict.READER, (offset != 1) ? fancy : null));
		}
		drain();
		assertThat(sum(this.articles.getFirst(), "crawler")).isEqualTo(1);
		assertThat(sum(this.articles.getFirst(), "counted")).isEqualTo(2);
		assertThat(judge.unknown()).isEqualTo(1);
	}

	private ViewRecorded view(Instant at) {
		Verdict verdict = (this.random.nextInt(5) > 0) ? Verdict.READER
				: VERDICTS.get(this.random.nextInt(VERDICTS.size()));
		return new ViewRecorded(this.articles.get(this.random.nextInt(3)), at, "borovsk",
				"visitor" + this.random.nextInt(20), verdict, null);
	}

	private void see(long offset, ViewRecorded view) {
		this.replay.see(offset, view.at().toEpochMilli(), view);
		this.oracle.see(0, view);
	}

	/** A cell that is drained twice is added up, as the tables do. */
	private void drain() {
		this.replay.drainHours()
			.forEach((row) -> this.drained.computeIfAbsent(row.article(), (key) -> new HashMap<>())
				.merge(row.hour(), row,
						(one, other) -> new HourRow(one.article(), one.hour(), one.counted() + other.counted(),
								one.repeated() + other.repeated(), one.crawler() + other.crawler(),
								one.automated() + other.automated(), one.prefetch() + other.prefetch())));
	}

	private long sum(UUID article, String verdict) {
		return new ArrayList<>(this.drained.getOrDefault(article, Map.of()).values()).stream()
			.mapToLong((row) -> switch (verdict) {
				case "counted" -> row.counted();
				case "repeated" -> row.repeated();
				case "crawler" -> row.crawler();
				case "automated" -> row.automated();
				default -> row.prefetch();
			})
			.sum();
	}

}
