import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pages of very many articles: from the start of the platform on, then in turns with an
 * nginx that serves the same bytes, then such as nobody has asked for before.
 */
final class PageSpeedBenchmark {

	private static final int NEW = 300;

	private static final int SLICE = 5;

	/** So many pages are put together before it is measured how long that takes. */
	private static final int WARM = 4000;

	private final Platform platform;

	private final int articles;

	private final StringBuilder text = new StringBuilder();

	private PageSpeedBenchmark(Platform platform, int articles) {
		this.platform = platform;
		this.articles = articles;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new PageSpeedBenchmark(platform, Platform.option(args, "--articles", 1000))
				.run(Platform.option(args, "--rounds", 5), Platform.option(args, "--seconds", 10));
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/pages.md"), text);
		}
	}

	private String run(int rounds, int seconds) throws Exception {
		this.platform.up();
		ManyPages pages = new ManyPages(this.platform, this.platform.publish("bench", this.articles));
		this.text.append("# Pages of articles, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		this.text.append(String.format(Locale.ROOT, """
				%d processors, %d articles, %d connections; the n-th most popular page is asked for n times as seldom as the
				first. By `benchmarks/pages speed`.

				""", Runtime.getRuntime().availableProcessors(), this.articles, Wrk.CONNECTIONS));
		restart();
		fromTheStart(pages, 12);
		pages.copyTo(this.platform.folder().resolve("pages"));
		try (Nginx nginx = new Nginx(this.platform.folder(), "")) {
			besideNginx(pages, nginx, rounds, seconds);
		}
		this.text.append("""

				Pages that nobody has asked for before, one after the other; warm is after %d pages were put together:

				| when | pages | p50 ms | p99 ms | longest ms |
				|---|---|---|---|---|
				""".formatted(WARM));
		pages.warm(WARM);
		row("warm, just published", new ManyPages(this.platform, this.platform.publish("bench", NEW)).ask());
		restart();
		row("just after a start", pages.ask());
		return this.text.toString();
	}

	private void restart() {
		this.platform.down();
		this.platform.up();
	}

	private void fromTheStart(ManyPages pages, int slices) throws Exception {
		this.text.append("From the start of all processes on, in slices of %d s, answers a second:".formatted(SLICE));
		Wrk.Target target = pages.at("", this.platform.url(), this.platform.folder());
		long failed = 0;
		for (int slice = 0; slice < slices; slice++) {
			Wrk.Sample sample = Wrk.ask(target, SLICE, Map.of());
			failed += sample.failed();
			this.text.append(String.format(Locale.ROOT, " %.0f", sample.rate()));
			System.err.printf(Locale.ROOT, "%.0f/s%n", sample.rate());
		}
		this.text.append(". Failed: %d.%n%n".formatted(failed));
	}

	private void besideNginx(ManyPages pages, Nginx nginx, int rounds, int seconds) throws Exception {
		Wrk.Target its = pages.at("nginx, the same bytes as files", nginx.server(), this.platform.folder());
		Wrk.Target ours = pages.at("Rayonka", this.platform.url(), this.platform.folder());
		Map<String, Long> pids = this.platform.processes();
		List<Wrk.Sample> nginxs = new ArrayList<>();
		List<Wrk.Sample> rayonkas = new ArrayList<>();
		for (int round = 0; round < rounds; round++) {
			nginxs.add(Wrk.ask(its, seconds, Map.of("nginx", nginx.pid())));
			rayonkas.add(Wrk.ask(ours, seconds, pids));
			System.err.printf(Locale.ROOT, "nginx %.0f/s, Rayonka %.0f/s%n", nginxs.getLast().rate(), rayonkas.getLast().rate());
		}
		this.text.append("Then in turns, %d rounds of %d s, medians; CPU is that of all processes:%n%n".formatted(rounds, seconds));
		this.text.append("| what | answers/s | p50 ms | p99 ms | CPU ms a request | failed |\n|---|---|---|---|---|---|\n");
		row(its.name(), nginxs);
		row(ours.name(), rayonkas);
		this.text.append(String.format(Locale.ROOT, "| ratio | %.2f | | | %.2f | |%n",
				Wrk.median(rayonkas, Wrk.Sample::rate) / Wrk.median(nginxs, Wrk.Sample::rate),
				Wrk.median(rayonkas, Wrk.Sample::cpuMillis) / Wrk.median(nginxs, Wrk.Sample::cpuMillis)));
	}

	private void row(String name, List<Wrk.Sample> samples) {
		this.text.append(String.format(Locale.ROOT, "| %s | %.0f | %.1f | %.1f | %.4f | %d |%n", name,
				Wrk.median(samples, Wrk.Sample::rate), Wrk.median(samples, Wrk.Sample::p50),
				Wrk.median(samples, Wrk.Sample::p99), Wrk.median(samples, Wrk.Sample::cpuMillis),
				samples.stream().mapToLong(Wrk.Sample::failed).sum()));
	}

	private void row(String when, double[] millis) {
		this.text.append(String.format(Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f |%n", when, millis.length,
				millis[millis.length / 2], millis[millis.length * 99 / 100], millis[millis.length - 1]));
	}

}
