import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures what readers and aggregators ask for most, through the gateway, in turns with
 * nginx serving a static page of 40 KB on the same machine in the same run. What counts is
 * the ratio and the CPU per request: both hold on other machines, requests per second do
 * not.
 */
public final class Benchmark {

	private static final int ARTICLES = 1000;

	private static final int CONNECTIONS = 32;

	private final Path root;

	private final Platform platform;

	private final int nginxPort = Platform.freePort();

	private final int rounds;

	private final int seconds;

	private Benchmark(Path root, Platform platform, int rounds, int seconds) {
		this.root = root;
		this.platform = platform;
		this.rounds = rounds;
		this.seconds = seconds;
	}

	record Target(String name, String url, String script) {
	}

	record Sample(double rate, double p50, double p99, Map<String, Double> cpu, long failed) {

		/** Of all processes, for each request. */
		double cpuMillis() {
			return this.cpu.values().stream().mapToDouble(Double::doubleValue).sum();
		}

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
		List<String> pages = new ArrayList<>();
		for (String id : ids) {
			pages.add(Platform.text(Platform.get(this.platform.url() + "/api/v1/articles/" + id), "url"));
		}
		double[] cold = copy(pages);
		Process nginx = nginx();
		try {
			Map<String, List<Sample>> samples = measure(targets(pages, ids.getFirst()), nginx);
			report(samples, first, later, cold);
		}
		finally {
			nginx.destroy();
			nginx.waitFor(10, TimeUnit.SECONDS);
		}
	}

	/** Asks for each page for the first time, and puts what came before nginx; in order of time, in ms. */
	private double[] copy(List<String> pages) throws Exception {
		double[] millis = new double[pages.size()];
		for (int i = 0; i < millis.length; i++) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(pages.get(i))).header("Accept-Encoding", "gzip").build();
			long begun = System.nanoTime();
			HttpResponse<byte[]> page = Platform.HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
			millis[i] = (System.nanoTime() - begun) / 1e6;
			if (page.statusCode() != 200) {
				throw new IllegalStateException(pages.get(i) + " answered " + page.statusCode());
			}
			Path copy = this.platform.folder().resolve("pages" + request.uri().getPath());
			Files.createDirectories(copy.getParent());
			Files.write(copy, page.body());
		}
		Arrays.sort(millis);
		return millis;
	}

	/** Asks for pages as readers do: the n-th most popular one n times as seldom as the first. */
	private Path zipf(List<String> pages) throws IOException {
		String paths = pages.stream()
			.map((page) -> "'" + URI.create(page).getPath() + "'")
			.collect(Collectors.joining(","));
		return Files.writeString(this.platform.folder().resolve("zipf.lua"), """
				wrk.headers['Accept-Encoding'] = 'gzip'
				local paths = {%s}
				local share, all = {}, 0
				for n = 1, #paths do
					all = all + 1 / n
					share[n] = all
				end
				local asked = {}
				function init(args)
					math.randomseed(1)
					for n = 1, #paths do
						asked[n] = wrk.format('GET', paths[n])
					end
				end
				function request()
					local wanted, low, high = math.random() * all, 1, #paths
					while low < high do
						local middle = math.floor((low + high) / 2)
						if share[middle] < wanted then low = middle + 1 else high = middle end
					end
					return asked[low]
				end
				""".formatted(paths));
	}

	private List<Target> targets(List<String> pages, String id) throws IOException {
		String zipf = zipf(pages).toString();
		String page = pages.getFirst();
		String url = this.platform.url();
		Path post = Files.writeString(this.platform.folder().resolve("post.lua"), "wrk.method = 'POST'\n");
		Path get = Files.writeString(this.platform.folder().resolve("get.lua"), "wrk.headers['Accept-Encoding'] = 'gzip'\n");
		return List.of(new Target("nginx, static 40 KB", "http://127.0.0.1:" + this.nginxPort + "/page.html", get.toString()),
				new Target("nginx, the pages below", "http://127.0.0.1:" + this.nginxPort, zipf),
				new Target("article pages, Zipf of 1000", url, zipf),
				new Target("one article page", page, get.toString()),
				new Target("front page", url + "/bench/", get.toString()),
				new Target("article list", url + "/api/v1/articles?edition=bench&limit=20", get.toString()),
				new Target("popular list", url + "/api/v1/popular?by=views&window=24h", get.toString()),
				new Target("view beacon", url + "/api/v1/articles/" + id + "/views", post.toString()),
				new Target("comment list", url + "/api/v1/articles/" + id + "/comments", get.toString()));
	}

	private Map<String, List<Sample>> measure(List<Target> targets, Process nginx) {
		Map<String, Long> pids = this.platform.processes();
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		targets.forEach((target) -> wrk(target, 5, pids));
		for (int round = 1; round <= this.rounds; round++) {
			for (Target target : targets) {
				Map<String, Long> measured = target.name().startsWith("nginx") ? Map.of("nginx", nginx.pid()) : pids;
				Sample sample = wrk(target, this.seconds, measured);
				System.err.printf(Locale.ROOT, "round %d  %-20s %8.0f/s%n", round, target.name(), sample.rate());
				samples.computeIfAbsent(target.name(), (name) -> new ArrayList<>()).add(sample);
			}
		}
		return samples;
	}

	private Sample wrk(Target target, int duration, Map<String, Long> pids) {
		Map<String, Long> before = cpu(pids);
		String out = Platform.call(List.of("wrk", "-t1", "-c" + CONNECTIONS, "-d" + duration + "s", "--latency", "-s",
				target.script(), target.url()));
		Map<String, Long> after = cpu(pids);
		long requests = Long.parseLong(Platform.find(out, "(\\d+) requests in"));
		Matcher failed = Pattern.compile("Non-2xx or 3xx responses: (\\d+)").matcher(out);
		return new Sample(Double.parseDouble(Platform.find(out, "Requests/sec:\\s+([\\d.]+)")), millis(out, "50%"),
				millis(out, "99%"), each(before, after, requests),
				failed.find() ? Long.parseLong(failed.group(1)) : 0);
	}

	private static Map<String, Long> cpu(Map<String, Long> pids) {
		Map<String, Long> millis = new LinkedHashMap<>();
		pids.forEach((name, pid) -> millis.put(name, Platform.cpuMillis(List.of(pid))));
		return millis;
	}

	private static Map<String, Double> each(Map<String, Long> before, Map<String, Long> after, long requests) {
		Map<String, Double> each = new LinkedHashMap<>();
		after.forEach((name, millis) -> each.put(name, (double) (millis - before.get(name)) / Math.max(1, requests)));
		return each;
	}

	private void report(Map<String, List<Sample>> samples, double first, double later, double[] cold) throws IOException {
		StringBuilder text = new StringBuilder();
		double nginx = median(samples.values().iterator().next(), Sample::rate);
		text.append("# %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		text.append("%d processors, %d articles and the demo content, %d connections, %d rounds of %d s; medians.%n%n"
			.formatted(Runtime.getRuntime().availableProcessors(), ARTICLES, CONNECTIONS, this.rounds, this.seconds));
		text.append("| what | requests/s | of nginx | p50 ms | p99 ms | CPU ms a request | failed |\n");
		text.append("|---|---|---|---|---|---|---|\n");
		samples.forEach((name, all) -> text.append(String.format(Locale.ROOT,
				"| %s | %.0f | %.3f | %.1f | %.1f | %.3f | %d |%n", name, median(all, Sample::rate),
				median(all, Sample::rate) / nginx, median(all, Sample::p50), median(all, Sample::p99),
				median(all, Sample::cpuMillis), all.stream().mapToLong(Sample::failed).sum())));
		Map<String, Long> processes = this.platform.processes();
		text.append("\nMilliseconds of CPU a request, by process:\n\n| what |");
		processes.keySet().forEach((process) -> text.append(" %s |".formatted(process)));
		text.append("\n|---|").append("---|".repeat(processes.size())).append('\n');
		samples.entrySet().stream().filter((entry) -> !entry.getKey().startsWith("nginx")).forEach((entry) -> {
			text.append("| %s |".formatted(entry.getKey()));
			processes.keySet()
				.forEach((process) -> text.append(String.format(Locale.ROOT, " %.3f |",
						median(entry.getValue(), (sample) -> sample.cpu().get(process)))));
			text.append('\n');
		});
		text.append(String.format(Locale.ROOT,
				"%nArticle pages asked for the first time, one after the other: p50 %.1f ms, p99 %.1f ms, longest %.1f ms.%n",
				cold[cold.length / 2], cold[cold.length * 99 / 100], cold[cold.length - 1]));
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

	private Process nginx() throws IOException {
		Path pages = Files.createDirectories(this.platform.folder().resolve("pages"));
		Files.writeString(pages.resolve("page.html"), "<p>" + "x".repeat(40 * 1024 - 7) + "</p>");
		Path configuration = Files.writeString(this.platform.folder().resolve("nginx.conf"), """
				daemon off;
				pid %1$s/nginx.pid;
				error_log %1$s/nginx.log;
				worker_processes auto;
				user root;
				events { worker_connections 512; }
				http {
					access_log off;
					sendfile on;
					keepalive_requests 1000000;
					open_file_cache max=2000;
					server {
						listen 127.0.0.1:%2$d;
						root %1$s/pages;
						location /bench/ {
							default_type "text/html;charset=UTF-8";
							add_header Content-Encoding gzip;
						}
					}
				}
				""".formatted(this.platform.folder(), this.nginxPort));
		return new ProcessBuilder("nginx", "-c", configuration.toString()).redirectErrorStream(true)
			.redirectOutput(this.platform.folder().resolve("nginx.out").toFile())
			.start();
	}

	private static double millis(String out, String percentile) {
		Matcher matcher = Pattern.compile("\\s" + percentile + "\\s+([\\d.]+)(us|ms|s)").matcher(out);
		if (!matcher.find()) {
			return Double.NaN;
		}
		double value = Double.parseDouble(matcher.group(1));
		return switch (matcher.group(2)) {
			case "us" -> value / 1000;
			case "s" -> value * 1000;
			default -> value;
		};
	}

	private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
		double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private static double timed(Runnable action) {
		long start = System.nanoTime();
		action.run();
		return (System.nanoTime() - start) / 1e9;
	}

}
