import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Verdict;

/**
 * What a beacon and a list cost in a small archive and in a very large one.
 */
final class SizeBenchmark {

	private static final int EDITIONS = 60;

	/** So many that hardly anybody reads an article twice: every view counts, in a small archive as in a large one. */
	private static final int READERS = 1_000_000;

	/** What a day's readers read, however much else there is. */
	private static final int READ = 1_000;

	/** Milliseconds of CPU a second of all processes. */
	private static final long QUIET = 150;

	private static final Duration PAST = Duration.ofDays(60);

	private final Platform platform;

	private final int seconds;

	private final StringBuilder text = new StringBuilder();

	private SizeBenchmark(Platform platform, int seconds) {
		this.platform = platform;
		this.seconds = seconds;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new SizeBenchmark(platform, Platform.option(args, "--seconds", 20))
				.run(Platform.option(args, "--articles", 1_000_000));
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/size.md"), text);
		}
	}

	private String run(int most) throws Exception {
		this.platform.up();
		String model = this.platform.publish("bench", 1).getFirst();
		Database database = Database.of(this.platform, "engagement");
		this.text.append("# A small archive and a large one, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		this.text.append(String.format(Locale.ROOT, """
				%d processors, %d connections, %d s each after %d s to warm up. Articles of %d editions, each viewed once within %d days: their cards
				written to the database, their views to the log. Beacons are by Zipf's law of the same %,d articles whatever the archive's size,
				then of all of the archive, from %,d readers; lists of views, and trending, of every window and edition, in turns. By
				`benchmarks/counting size`.

				| articles | what | requests/s | p50 ms | p99 ms | CPU ms a request | of that, engagement-service | redis | postgresql | failed |
				|---|---|---|---|---|---|---|---|---|---|
				""", Runtime.getRuntime().availableProcessors(), Wrk.CONNECTIONS, this.seconds, Wrk.WARM_UP, EDITIONS, PAST.toDays(), READ, READERS));
		int size = 0;
		List<String> read = List.of();
		for (int wanted = 1_000; wanted <= most; wanted = (wanted < most) ? Math.min(most, wanted * 32) : most + 1) {
			grow(database, model, wanted - size, size);
			size = wanted;
			String url = this.platform.url();
			List<String> all = articles(database);
			read = read.isEmpty() ? all.subList(0, Math.min(READ, all.size())) : read;
			for (Wrk.Target target : List.of(beacons("beacon of what is read", read), beacons("beacon of anything", all),
					new Wrk.Target("list", url, lists()))) {
				warm(target);
				settle();
				measure(size, target);
			}
		}
		this.text.append("\nRedis holds %s bytes at the end.%n".formatted(Long.toString(redisKib() * 1024)));
		return this.text.toString();
	}

	private void grow(Database database, String model, int more, int already) throws Exception {
		System.err.printf("%d more articles%n", more);
		database.sql("""
				insert into card (article_id, revision, withdrawn, edition, rubric, event)
				select id, 1, false, 'bench-' || n %% %d, rubric,
					replace(replace(event, '%s', id::text), '"edition":"bench"', '"edition":"bench-' || n %% %d || '"')
				from (select gen_random_uuid() as id, n from generate_series(%d, %d) as n) as made
				cross join (select rubric, event from card where article_id = '%s') as model
				""".formatted(EDITIONS, model, EDITIONS, already, already + more - 1, model));
		List<String[]> cards = database
			.sql("select article_id, edition from card c where edition like 'bench-%' and not exists "
					+ "(select from counts where article_id = c.article_id)")
			.lines()
			.map((line) -> line.split("\\|"))
			.toList();
		Instant first = Instant.now().minus(PAST);
		double step = (double) PAST.toMillis() / cards.size();
		WrittenViews.write(this.platform, cards.size(),
				(number) -> new ViewRecorded(UUID.fromString(cards.get(number)[0]), first.plusMillis((long) (number * step)),
						cards.get(number)[1], "visitor-" + already + number, Verdict.READER, WrittenViews.BROWSER));
		// until all are counted, and saved
		long end = System.nanoTime() + Duration.ofHours(1).toNanos();
		while (!database.sql("select count(*) from counts where views > 0 and article_id in (select article_id from card where edition like 'bench-%')")
			.strip()
			.equals(Integer.toString(already + more))) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("views are not counted");
			}
			Thread.sleep(2_000);
		}
	}

	/** Until the growth has been digested: next to nothing is done by itself any more. */
	private void settle() throws InterruptedException {
		Iterable<Long> pids = this.platform.processes().values();
		long end = System.nanoTime() + Duration.ofMinutes(15).toNanos();
		long busy = Long.MAX_VALUE;
		while (busy > QUIET) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("The platform does not come to rest");
			}
			long before = Platform.cpuMillis(pids);
			Thread.sleep(5_000);
			busy = (Platform.cpuMillis(pids) - before) / 5;
		}
	}

	private List<String> articles(Database database) {
		return database.sql("select article_id from card where edition like 'bench-%' order by article_id").lines().toList();
	}

	private Wrk.Target beacons(String name, List<String> articles) throws Exception {
		return Wrk.Target.beacons(name, this.platform.url(), articles, READERS, this.platform.folder());
	}

	private Path lists() throws Exception {
		String paths = IntStream.range(0, EDITIONS)
			.boxed()
			.flatMap((edition) -> Stream.of("views", "trending")
				.flatMap((by) -> Stream.of("24h", "7d", "30d", "all")
					.map((window) -> "'/api/v1/popular?by=%s&window=%s&edition=bench-%d&limit='".formatted(by, window, edition))))
			.collect(Collectors.joining(","));
		return Files.writeString(this.platform.folder().resolve("lists.lua"), """
				local paths, number = {%s}, 0
				function request()
					number = number + 1
					return wrk.format('GET', paths[number %% #paths + 1] .. (number %% 20 + 1))
				end
				""".formatted(paths));
	}

	private void warm(Wrk.Target target) {
		Wrk.ask(target, Wrk.WARM_UP, Map.of());
	}

	private void measure(int size, Wrk.Target target) {
		Map<String, Long> pids = this.platform.processes();
		Wrk.Sample sample = Wrk.ask(target, this.seconds, pids);
		String row = String.format(Locale.ROOT, "| %d | %s | %.0f | %.1f | %.1f | %.3f | %.3f | %.3f | %.3f | %d |%n", size,
				target.name(), sample.rate(), sample.p50(), sample.p99(), sample.cpuMillis(),
				sample.cpu().get("engagement-service"), sample.cpu().get("redis"), sample.cpu().get("postgresql"),
				sample.failed());
		System.err.print(row);
		this.text.append(row);
	}

	private long redisKib() {
		return Platform.pssKib(this.platform.processes().get("redis"));
	}

}
