import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How long a view takes until the popular list has it, while many others come in.
 */
final class DelayBenchmark {

	private static final int ARTICLES = 1000;

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		int rate = Platform.option(args, "--rate", 1000);
		int seconds = Platform.option(args, "--seconds", 120);
		try (Platform platform = new Platform(root)) {
			platform.up();
			List<String> articles = platform.publish("bench", ARTICLES);
			String probe = platform.publish("probe", 1).getFirst();
			Collection<Long> pids = platform.processes().values();
			try (Readers readers = new Readers(platform.port(), articles)) {
				// what runs for the first time is slow
				readers.start(20L * rate, rate).join();
			}
			try (Readers readers = new Readers(platform.port(), articles)) {
				long cpu = Platform.cpuMillis(pids);
				readers.start((long) seconds * rate, rate);
				List<Double> delays = delays(platform, probe, readers);
				readers.join();
				String text = report(rate, seconds, readers, Platform.cpuMillis(pids) - cpu, delays);
				System.out.print(text);
				Files.writeString(root.resolve("benchmarks/results/delay.md"), text);
			}
		}
	}

	/** From the moment the beacon is sent, in milliseconds, in order of size. */
	private static List<Double> delays(Platform platform, String probe, Readers readers) throws Exception {
		List<Double> delays = new ArrayList<>();
		try (Line line = new Line(platform.port())) {
			for (int views = 1; readers.running(); views++) {
				long sent = System.nanoTime();
				line.untilKept("POST", "/api/v1/articles/" + probe + "/views", Readers.browser("P-" + views));
				while (!line.untilKept("GET", "/api/v1/popular?by=views&window=24h&edition=probe", "")
					.body()
					.contains("\"value\":" + views + "}")) {
					Thread.sleep(20);
				}
				delays.add((System.nanoTime() - sent) / 1e6);
			}
		}
		return delays.stream().sorted().toList();
	}

	private static String report(int rate, int seconds, Readers readers, long cpu, List<Double> delays) {
		return String.format(Locale.ROOT, """
				# From a view to the popular list, %s

				%d processors; %.0f views/s of %d articles for %d s through the gateway (%d asked for, %d sent again);
				all processes together took %.2f ms of CPU for each. One reader at a time views an article of an edition
				of its own and asks for that edition's list until it shows the view. By `benchmarks/counting delay`.

				| probes | p50 ms | p95 ms | p99 ms | longest ms |
				|---|---|---|---|---|
				| %d | %.0f | %.0f | %.0f | %.0f |
				""", Instant.now().truncatedTo(ChronoUnit.SECONDS), Runtime.getRuntime().availableProcessors(),
				readers.perSecond(), ARTICLES, seconds, rate, readers.retried(), (double) cpu / readers.sent(),
				delays.size(), at(delays, 0.5), at(delays, 0.95), at(delays, 0.99), delays.getLast());
	}

	private static double at(List<Double> sorted, double part) {
		return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * part)));
	}

}
