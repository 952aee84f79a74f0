import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures what readers and aggregators ask for most, through the gateway, in turns with
 * nginx serving a static page of 40 KB on the same machine in the same run. What counts is
 * the ratio and the CPU per request: both hold on other machines, requests per second do
 * not.
 */
public final class Benchmark {

	private static final int ARTICLES = 1000;

	private final Path root;

	private final Platform platform;

	private final int rounds;

	private final int seconds;

	private Benchmark(Path root, Platform platform, int rounds, int seconds) {
		this.root = root;
		this.platform = platform;
		this.rounds = rounds;
		this.seconds = seconds;
	}

	public static void main(String[] args) throws Exception {
		int rounds = Platform.option(args, "--rounds", 3);
		int seconds = Platform.option(args, "--seconds", 10);
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			new Benchmark(root, platform, rounds, seconds).run();
		}
	}

	private void run() throws Exception {
		double first = timed(this.platform::up);
		this.platform.down();
		double later = timed(this.platform::up);
		List<String> ids = this.platform.publish("bench", ARTICLES);
		try (Nginx nginx = new Nginx(this.platform.folder(), "<p>" + "x".repeat(40 * 1024 - 7) + "</p>")) {
			report(measure(targets(ids, nginx), nginx), first, later);
		}
	}

	private List<Wrk.Target> targets(List<String> ids, Nginx nginx) throws Exception {
		String id = ids.getFirst();
		String url = this.platform.url();
		Path folder = this.platform.folder();
		return List.of(Wrk.Target.get("nginx, static 40 KB", nginx.url(), folder),
				Wrk.Target.get("one article page", Platform.text(Platform.get(url + "/api/v1/articles/" + id), "url"), folder),
				Wrk.Target.get("front page", url + "/bench/", folder),
				Wrk.Target.get("article list", url + "/api/v1/articles?edition=bench&limit=20", folder),
				Wrk.Target.get("popular list", url + "/api/v1/popular?by=views&window=24h", folder),
				Wrk.Target.beacon("beacon of one reader", url, id, folder),
				Wrk.Target.beacons("beacon of many readers", url, ids, Wrk.READERS, folder),
				Wrk.Target.get("comment list", url + "/api/v1/articles/" + id + "/comments", folder));
	}

	private Map<String, List<Wrk.Sample>> measure(List<Wrk.Target> targets, Nginx nginx) {
		Map<String, Long> pids = this.platform.processes();
		Map<String, List<Wrk.Sample>> samples = new LinkedHashMap<>();
		targets.forEach((target) -> Wrk.ask(target, Wrk.WARM_UP, pids));
		for (int round = 1; round <= this.rounds; round++) {
			for (Wrk.Target target : targets) {
				Map<String, Long> measured = target.name().startsWith("nginx") ? Map.of("nginx", nginx.pid()) : pids;
				Wrk.Sample sample = Wrk.ask(target, this.seconds, measured);
				System.err.printf(Locale.ROOT, "round %d  %-22s %8.0f/s%n", round, target.name(), sample.rate());
				samples.computeIfAbsent(target.name(), (name) -> new ArrayList<>()).add(sample);
			}
		}
		return samples;
	}

	private void report(Map<String, List<Wrk.Sample>> samples, double first, double later) throws IOException {
		StringBuilder text = new StringBuilder();
		double nginx = Wrk.median(samples.values().iterator().next(), Wrk.Sample::rate);
		text.append("# %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		text.append("%d processors, %d articles and the demo content, %d connections, %d rounds of %d s after %d s to warm up; medians.%n%n"
			.formatted(Runtime.getRuntime().availableProcessors(), ARTICLES, Wrk.CONNECTIONS, this.rounds, this.seconds,
					Wrk.WARM_UP));
		text.append("| what | requests/s | of nginx | p50 ms | p99 ms | CPU ms a request | failed |\n");
		text.append("|---|---|---|---|---|---|---|\n");
		samples.forEach((name, all) -> text.append(String.format(Locale.ROOT,
				"| %s | %.0f | %.3f | %.1f | %.1f | %.3f | %d |%n", name, Wrk.median(all, Wrk.Sample::rate),
				Wrk.median(all, Wrk.Sample::rate) / nginx, Wrk.median(all, Wrk.Sample::p50), Wrk.median(all, Wrk.Sample::p99),
				Wrk.median(all, Wrk.Sample::cpuMillis), all.stream().mapToLong(Wrk.Sample::failed).sum())));
		Map<String, Long> processes = this.platform.processes();
		text.append("\nMilliseconds of CPU a request, by process:\n\n| what |");
		processes.keySet().forEach((process) -> text.append(" %s |".formatted(process)));
		text.append("\n|---|").append("---|".repeat(processes.size())).append('\n');
		samples.entrySet().stream().filter((entry) -> !entry.getKey().startsWith("nginx")).forEach((entry) -> {
			text.append("| %s |".formatted(entry.getKey()));
			processes.keySet()
				.forEach((process) -> text.append(String.format(Locale.ROOT, " %.3f |",
						Wrk.median(entry.getValue(), (sample) -> sample.cpu().get(process)))));
			text.append('\n');
		});
		text.append(String.format(Locale.ROOT, "%nFirst `up` to ready, with the demo content, %.1f s, the next %.1f s.%n%n", first, later));
		text.append("| process | PSS MiB |\n|---|---|\n");
		long all = 0;
		for (Map.Entry<String, Long> process : processes.entrySet()) {
			long pss = Platform.pssKib(process.getValue());
			all += pss;
			text.append("| %s | %d |%n".formatted(process.getKey(), pss / 1024));
		}
		text.append("| all | %d |%n".formatted(all / 1024));
		Path file = this.root.resolve("benchmarks/results/platform.md");
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
		System.out.print(text);
	}

	private static double timed(Runnable action) {
		long start = System.nanoTime();
		action.run();
		return (System.nanoTime() - start) / 1e9;
	}

}
