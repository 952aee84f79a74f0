package org.rayonka.engagement.scoreboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.engagement.EngagementProperties;
import org.rayonka.engagement.LogOracle;
import org.rayonka.engagement.scoreboard.CountOutcome.Behind;
import org.rayonka.engagement.scoreboard.CountOutcome.Counted;
import org.rayonka.engagement.scoreboard.CountOutcome.Gap;
import org.rayonka.engagement.scoreboard.CountOutcome.Lost;
import org.rayonka.engagement.scoreboard.Rebuild.Placed;
import org.rayonka.engagement.scoreboard.Rebuild.Target;
import org.rayonka.events.Event;
import org.rayonka.events.OpeningRecorded;
import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Verdict;
import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.data.domain.Range;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scripts alone, on a real Redis: partitions of its own, batches made by hand.
 */
@SpringJUnitConfig(ScoreboardIT.Parts.class)
@UseLocalInfrastructure(servers = ServerKind.REDIS)
class ScoreboardIT {

	private static final AtomicInteger PARTITION = new AtomicInteger(100);

	private static final Instant NOW = Instant.parse("2026-11-22T10:15:00Z");

	private static final List<Verdict> VERDICTS = List.of(Verdict.values());

	private static final Duration WINDOW = Duration.ofMinutes(30);

	@Autowired
	Ledger ledger;

	@Autowired
	Rebuild rebuild;

	@Autowired
	ReactiveStringRedisTemplate redis;

	private final int partition = PARTITION.incrementAndGet();

	private final UUID article = UUID.randomUUID();

	private final List<Event> log = new ArrayList<>();

	@BeforeEach
	void open() {
		assertThat(now(this.rebuild.open(target("first", 0, 0)))).isTrue();
	}

	@Test
	void countsABatchOnce() {
		log(view(this.article, NOW, "a", Verdict.READER), view(this.article, NOW, "b", Verdict.READER),
				view(this.article, NOW, "", Verdict.CRAWLER));
		assertThat(count(0, 3)).isEqualTo(new Counted(2, 0, 1, 0, 0));
		assertThat(count(0, 3)).isEqualTo(new Behind(3));
		assertThat(count(1, 2)).isEqualTo(new Behind(3));
		assertThat(list("views:24h")).isEqualTo(Map.of(this.article, 2.0));
	}

	@Test
	void countsOfAnOverlappingBatchWhatIsNew() {
		log(view(this.article, NOW, "a", Verdict.READER), view(this.article, NOW, "", Verdict.CRAWLER),
				view(this.article, NOW, "b", Verdict.READER));
		count(0, 2);
		assertThat(count(1, 3)).isEqualTo(new Counted(1, 0, 0, 0, 0));
	}

	@Test
	void countsAgainWhenTheWindowIsOver() {
		for (int minutes : new int[] { 0, 29, 30, 31, 59, 60, 61 }) {
			log(view(this.article, NOW.plus(Duration.ofMinutes(minutes)), "same", Verdict.READER));
		}
		assertThat(count(0, 7)).isEqualTo(new Counted(3, 4, 0, 0, 0));
	}

	@Test
	void changesNothingWhenRecordsAreMissing() {
		log(view(this.article, NOW, "a", Verdict.READER), view(this.article, NOW, "b", Verdict.READER));
		assertThat(count(1, 2)).isEqualTo(new Gap(0));
		assertThat(list("views:all")).isEmpty();
	}

	@Test
	void saysWhenItIsLost() {
		this.redis.delete(Scripts.state(this.partition)).block();
		log(view(this.article, NOW, "a", Verdict.READER));
		assertThat(count(0, 1)).isEqualTo(new Lost());
		assertThat(this.ledger.progress(this.partition).blockOptional()).isEmpty();
	}

	@Test
	void opensOneOfTwoRestores() {
		assertThat(now(this.rebuild.open(target("second", 77, 0)))).isFalse();
		assertThat(now(this.ledger.progress(this.partition)).nextOffset()).isZero();
	}

	@Test
	void takesAViewFromTheFutureAsOfItsRecord() {
		ViewRecorded future = view(this.article, NOW.plus(Duration.ofDays(3000)), "a", Verdict.READER);
		ViewBatch batch = new ViewBatch(0, 1, List.of(new LoggedView(0, NOW.toEpochMilli(), future)));
		now(this.ledger.count(this.partition, batch));
		assertThat(now(this.ledger.progress(this.partition)).clock()).isEqualTo(NOW.toEpochMilli());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void agreesWithAnOracleWhateverTheBatches(long seed) {
		Random random = new Random(seed);
		List<UUID> articles = List.of(this.article, UUID.randomUUID(), UUID.randomUUID());
		LogOracle oracle = new LogOracle(WINDOW);
		for (int i = 0; i < 2000; i++) {
			Instant at = NOW.minus(Duration.ofDays(40))
				.plus(Duration.ofMinutes(28L * i))
				.minusSeconds((random.nextInt(5) == 0) ? random.nextInt(10000) : 0)
				.plusMillis(random.nextInt(1_800_000));
			ViewRecorded view = view(articles.get(random.nextInt(3)), at, "v" + random.nextInt(3),
					VERDICTS.get(Math.max(0, random.nextInt(12) - 8)));
			log(view);
			oracle.see(this.partition, view);
			if (random.nextInt(20) == 0) {
				OpeningRecorded opening = opening(view.article(), random.nextLong(1_000_000_000_001L), 0);
				log(opening);
				oracle.see(opening);
			}
		}
		for (int from = 0; from < this.log.size();) {
			int first = Math.max(0, from - random.nextInt(40));
			int after = Math.min(this.log.size(), from + 1 + random.nextInt(90));
			count(first, after);
			from = after;
		}
		for (Window window : List.of(Window.DAY, Window.WEEK, Window.MONTH)) {
			assertThat(list("views:" + window + ":e")).as(window.toString())
				.isEqualTo(oracle.list("e", window.low(NOW)));
		}
		assertThat(list("views:all")).isEqualTo(oracle.all("e"));
		assertThatBucketsMatch(articles, oracle);
	}

	@Test
	void movesByWhatAnOpeningDiffersFromTheOneBefore() {
		log(view(this.article, NOW, "a", Verdict.READER), opening(this.article, 1000, 5),
				opening(this.article, 1000, 5), opening(this.article, 400, 7),
				view(this.article, NOW, "b", Verdict.READER), opening(this.article, 0, 0));
		assertThat(count(0, 2)).isEqualTo(new Counted(1, 0, 0, 0, 0));
		assertThat(list("views:all")).isEqualTo(Map.of(this.article, 1001.0));
		assertThat(count(0, 2)).isEqualTo(new Behind(2));
		count(1, 5);
		assertThat(list("views:all:e")).isEqualTo(Map.of(this.article, 402.0));
		assertThat(count(1, 3)).isEqualTo(new Behind(5));
		assertThat(list("views:all:e")).isEqualTo(Map.of(this.article, 402.0));
		assertThat(now(this.ledger.take(this.partition)).totals())
			.containsExactly(new Snapshot.Total(this.article, 402, 400, 7));
		count(5, 6);
		assertThat(list("views:all")).isEqualTo(Map.of(this.article, 2.0));
		for (String name : List.of("views:24h", "views:7d:e", "views:30d")) {
			assertThat(list(name)).as(name).isEqualTo(Map.of(this.article, 2.0));
		}
	}

	@Test
	void takesAnOpeningWithoutAnyView() {
		log(opening(this.article, 1_000_000_000_000L, 1_000_000_000_000L), opening(this.article, 0, 0));
		count(0, 1);
		Snapshot snapshot = now(this.ledger.take(this.partition));
		assertThat(snapshot.hours()).isEmpty();
		assertThat(snapshot.totals()).containsExactly(
				new Snapshot.Total(this.article, 1_000_000_000_000L, 1_000_000_000_000L, 1_000_000_000_000L));
		assertThat(list("views:24h")).isEmpty();
		assertThat(list("trending:24h:e")).isEmpty();
		this.ledger.confirm(snapshot).block();
		count(1, 2);
		assertThat(now(this.ledger.take(this.partition)).totals())
			.containsExactly(new Snapshot.Total(this.article, 0, 0, 0));
		assertThat(list("views:all")).isEmpty();
	}

	@Test
	void letsHoursLeaveTheirWindows() {
		Instant old = NOW.minus(Duration.ofHours(23));
		log(view(this.article, old, "a", Verdict.READER), view(this.article, NOW, "b", Verdict.READER));
		count(0, 2);
		project(1, "e", "r", 3, 0, "likes,%d,2;likes,%d,1".formatted(Window.hourOf(old), Window.hourOf(NOW)));
		assertThat(list("views:24h")).isEqualTo(Map.of(this.article, 2.0));
		assertThat(list("likes:24h:e:r")).isEqualTo(Map.of(this.article, 3.0));
		long low = Window.DAY.low(NOW);
		for (int i = 0; i < 2; i++) {
			this.ledger.roll(this.partition, Window.DAY, low).block();
			assertThat(list("views:24h:e:r")).isEqualTo(Map.of(this.article, 1.0));
			assertThat(list("likes:24h")).isEqualTo(Map.of(this.article, 1.0));
		}
		for (long hour = low + 1; hour <= Window.hourOf(NOW); hour++) {
			this.ledger.roll(this.partition, Window.DAY, hour).block();
		}
		assertThat(list("views:24h")).isEmpty();
		assertThat(list("likes:24h")).isEmpty();
		assertThat(list("views:7d")).isEqualTo(Map.of(this.article, 2.0));
		assertThat(list("likes:all")).isEqualTo(Map.of(this.article, 3.0));
	}

	@Test
	void forgetsBucketsThatTakeNoMoreViewsWhenPostgresHasThem() {
		log(view(this.article, NOW.minus(Duration.ofDays(33)), "a", Verdict.READER),
				view(this.article, NOW, "b", Verdict.READER));
		count(0, 2);
		long low = Window.MONTH.low(NOW);
		this.ledger.roll(this.partition, Window.MONTH, low).block();
		assertThat(keys("h:*")).hasSize(2);
		Snapshot snapshot = now(this.ledger.take(this.partition));
		assertThat(snapshot.hours()).hasSize(2);
		this.ledger.confirm(snapshot).block();
		this.ledger.roll(this.partition, Window.MONTH, low + 1).block();
		assertThat(keys("h:*")).hasSize(1);
	}

	@Test
	void takesAgainWhatWasNotConfirmed() {
		log(view(this.article, NOW, "a", Verdict.READER), view(this.article, NOW, "b", Verdict.READER));
		count(0, 1);
		Snapshot first = now(this.ledger.take(this.partition));
		assertThat(first.totals()).containsExactly(new Snapshot.Total(this.article, 1, 0, 0));
		count(1, 2);
		Snapshot second = now(this.ledger.take(this.partition));
		assertThat(second.totals()).containsExactly(new Snapshot.Total(this.article, 2, 0, 0));
		assertThat(second.remembered()).hasSize(2);
		this.ledger.confirm(first).block();
		assertThat(now(this.ledger.take(this.partition)).totals()).hasSize(1);
		this.ledger.confirm(second).block();
		assertThat(now(this.ledger.take(this.partition)).totals()).isEmpty();
	}

	@Test
	void movesAnArticleToItsRubricAndEdition() {
		log(view(this.article, NOW, "a", Verdict.READER));
		count(0, 1);
		project(1, "e", "society", 1, 0, "likes,%d,1".formatted(Window.hourOf(NOW)));
		project(2, "other", "sport", 1, 0, "likes,%d,1".formatted(Window.hourOf(NOW)));
		project(1, "e", "society", 1, 0, "");
		assertThat(list("views:7d:e")).isEmpty();
		assertThat(list("likes:24h:e:society")).isEmpty();
		for (String list : List.of("views:7d", "views:24h:other", "views:all:other:sport", "likes:30d:other:sport")) {
			assertThat(list(list)).as(list).isEqualTo(Map.of(this.article, 1.0));
		}
		assertThat(list("trending:24h:other:sport")).containsOnlyKeys(this.article);
		log(view(this.article, NOW, "b", Verdict.READER));
		count(1, 2);
		assertThat(list("views:24h:other:sport")).isEqualTo(Map.of(this.article, 2.0));
	}

	@Test
	void isToldNothingMoreWhenItHasLostWhatItWasTold() {
		project(1, "e", "society", 1, 0, "");
		Told told = now(this.ledger.progress(this.partition)).told();
		Standing later = new Standing(this.article, 2, "e", "society", 2, 0, "");
		assertThat(tell(new Told(told.epoch(), told.times() + 1), later)).isEmpty();
		assertThat(tell(new Told("other", told.times()), later)).isEmpty();
		assertThat(list("likes:all")).isEqualTo(Map.of(this.article, 1.0));
		assertThat(tell(told, later)).contains(new Told(told.epoch(), told.times() + 1));
		assertThat(list("likes:all")).isEqualTo(Map.of(this.article, 2.0));
	}

	@Test
	void restoresWhatItWas() {
		for (int i = 0; i < 300; i++) {
			log(view(this.article, NOW.minus(Duration.ofHours(3L * i)), "v" + i % 2, Verdict.READER));
		}
		java.util.Collections.reverse(this.log);
		log(opening(this.article, 7000, 3));
		count(0, 301);
		project(1, "e", "r", 0, 0, "");
		Snapshot snapshot = now(this.ledger.take(this.partition));
		List<String> names = List.of("views:24h", "views:7d:e", "views:30d:e:r", "views:all");
		List<Map<UUID, Double>> before = names.stream().map(this::list).toList();
		Map<UUID, Double> trending = list("trending:24h:e:r");
		this.redis.delete(Scripts.state(this.partition)).block();
		Target target = target("second", snapshot.nextOffset(), snapshot.clock());
		this.rebuild.articles(target, Flux.just(new Placed(this.article.toString(), "e", "r", 7300, 7000, 3))).block();
		this.rebuild.hours(target, Flux.fromIterable(snapshot.hours())).block();
		this.rebuild.remembered(target, Flux.fromIterable(snapshot.remembered())).block();
		assertThat(now(this.rebuild.open(target))).isTrue();
		assertThat(names.stream().map(this::list).toList()).isEqualTo(before);
		assertThat(list("trending:24h:e:r").get(this.article)).isCloseTo(trending.get(this.article),
				org.assertj.core.data.Offset.offset(1e-6));
		assertThat(keys("*")).allMatch((key) -> key.startsWith(Scripts.prefix(this.partition) + "second:")
				|| key.equals(Scripts.state(this.partition)));
		log(view(this.article, NOW, "v1", Verdict.READER), view(this.article, NOW, "v2", Verdict.READER),
				opening(this.article, 8000, 3));
		assertThat(count(301, 304)).isInstanceOf(Counted.class);
		assertThat(list("views:all")).isEqualTo(Map.of(this.article, 8302.0));
	}

	private void assertThatBucketsMatch(List<UUID> articles, LogOracle oracle) {
		Map<String, Long> sums = new HashMap<>();
		for (Snapshot.HourRow row : now(this.ledger.take(this.partition)).hours()) {
			sums.merge(row.article() + "counted", row.counted(), Long::sum);
			sums.merge(row.article() + "repeated", row.repeated(), Long::sum);
			sums.merge(row.article() + "crawler", row.crawler(), Long::sum);
			sums.merge(row.article() + "automated", row.automated(), Long::sum);
			sums.merge(row.article() + "prefetch", row.prefetch(), Long::sum);
		}
		articles.forEach((one) -> List.of("counted", "repeated", "crawler", "automated", "prefetch")
			.forEach((verdict) -> assertThat(sums.get(one + verdict)).as(verdict)
				.isEqualTo(oracle.count(one, verdict))));
	}

	private void log(Event... events) {
		this.log.addAll(List.of(events));
	}

	private static ViewRecorded view(UUID article, Instant at, String visitor, Verdict verdict) {
		return new ViewRecorded(article, at.truncatedTo(ChronoUnit.MILLIS), "e", visitor, verdict, null);
	}

	private static OpeningRecorded opening(UUID article, long views, long likes) {
		return new OpeningRecorded(article, NOW, "e", views, likes);
	}

	private CountOutcome count(int from, int after) {
		List<LoggedRecord> records = new ArrayList<>();
		for (int offset = from; offset < after; offset++) {
			records.add(logged(offset, this.log.get(offset)));
		}
		return now(this.ledger.count(this.partition, new ViewBatch(from, after, records)));
	}

	private static LoggedRecord logged(long offset, Event event) {
		return (event instanceof OpeningRecorded opening) ? new LoggedOpening(offset, opening)
				: new LoggedView(offset, event.at().toEpochMilli(), (ViewRecorded) event);
	}

	private void project(long version, String edition, String rubric, long likes, long comments, String tallies) {
		Told known = now(this.ledger.progress(this.partition)).told();
		assertThat(tell(known, new Standing(this.article, version, edition, rubric, likes, comments, tallies)))
			.isPresent();
	}

	private Optional<Told> tell(Told known, Standing standing) {
		return this.ledger.project(this.partition, known, List.of(standing)).blockOptional(Duration.ofSeconds(10));
	}

	private Map<UUID, Double> list(String name) {
		String epoch = now(this.redis.<String, String>opsForHash().get(Scripts.state(this.partition), "epoch"));
		return now(this.redis.opsForZSet()
			.rangeWithScores(Scripts.prefix(this.partition) + epoch + ":" + name, Range.closed(0L, -1L))
			.collectMap((tuple) -> UUID.fromString(Objects.requireNonNull(tuple.getValue())),
					(TypedTuple<String> tuple) -> Objects.requireNonNull(tuple.getScore())));
	}

	private List<String> keys(String pattern) {
		String prefix = Scripts.prefix(this.partition);
		return now(this.redis.keys(prefix + (pattern.equals("*") ? "*" : "*:" + pattern)).collectList());
	}

	private Target target(String epoch, long next, long clock) {
		return new Target(this.partition, epoch, next, clock, 0, NOW);
	}

	private static <T> T now(Mono<T> mono) {
		return Objects.requireNonNull(mono.block(Duration.ofSeconds(10)));
	}

	/**
	 * What the scripts need.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(EngagementProperties.class)
	@ImportAutoConfiguration({ DataRedisAutoConfiguration.class, DataRedisReactiveAutoConfiguration.class })
	@Import({ Scripts.class, Ledger.class, Rebuild.class })
	static class Parts {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
