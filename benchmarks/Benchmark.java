import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures what readers and aggregators ask for most, through the gateway, in turns with
 * nginx serving a static page of 40 KB on the same machine in the same run. What counts is
 * the ratio and the CPU per request: both hold on other machines, requests per second do
 * not.
 */
public final class Benchmark {

	private static final int ARTICLES = 1000;

	private static final int CONNECTIONS = 32;

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final Path root;

	private final Path work;

	private final int rounds;

	private final int seconds;

	private Benchmark(Path root, Path work, int rounds, int seconds) {
		this.root = root;
		this.work = work;
		this.rounds = rounds;
		this.seconds = seconds;
	}

	record Target(String name, String url, String script) {
	}

	record Sample(double rate, double p50, double p99, double cpuMillis, long failed) {
	}

	public static void main(String[] args) throws Exception {
		int rounds = option(args, "--rounds", 3);
		int seconds = option(args, "--seconds", 10);
		Path work = Files.createTempDirectory("rayonka-benchmark");
		Benchmark benchmark = new Benchmark(Path.of(args[0]).toRealPath(), work, rounds, seconds);
		try {
			benchmark.run();
		}
		finally {
			benchmark.rayonka("down");
			delete(work);
		}
	}

	private void run() throws Exception {
		double first = timed(() -> up());
		rayonka("down");
		double later = timed(() -> up());
		String status = rayonka("status", "--json");
		String url = text(status, "url");
		List<String> ids = write(status, url);
		String page = text(get(url + "/api/v1/articles/" + ids.getFirst()), "url");
		Process nginx = nginx();
		try {
			Map<String, List<Sample>> samples = measure(status, targets(url, page, ids.getFirst()), nginx);
			report(samples, first, later, rayonka("status", "--json"));
		}
		finally {
			nginx.destroy();
			nginx.waitFor(10, TimeUnit.SECONDS);
		}
	}

	private Void up() {
		rayonka("up", "--no-limits", "--detach", "--port", Integer.toString(port("gateway")));
		return null;
	}

	private List<Target> targets(String url, String page, String id) throws IOException {
		Path post = Files.writeString(this.work.resolve("post.lua"), "wrk.method = 'POST'\n");
		Path get = Files.writeString(this.work.resolve("get.lua"), "wrk.headers['Accept-Encoding'] = 'gzip'\n");
		return List.of(new Target("nginx, static 40 KB", "http://127.0.0.1:" + port("nginx") + "/page.html", get.toString()),
				new Target("article page", page, get.toString()),
				new Target("article list", url + "/api/v1/articles?edition=bench&limit=20", get.toString()),
				new Target("popular list", url + "/api/v1/popular?by=views&window=24h", get.toString()),
				new Target("view beacon", url + "/api/v1/articles/" + id + "/views", post.toString()),
				new Target("comment list", url + "/api/v1/articles/" + id + "/comments", get.toString()));
	}

	private Map<String, List<Sample>> measure(String status, List<Target> targets, Process nginx) {
		List<Long> pids = numbers(status, "pid");
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		targets.forEach((target) -> wrk(target, 5, pids));
		for (int round = 1; round <= this.rounds; round++) {
			for (Target target : targets) {
				List<Long> measured = target.name().startsWith("nginx") ? List.of(nginx.pid()) : pids;
				Sample sample = wrk(target, this.seconds, measured);
				System.err.printf(Locale.ROOT, "round %d  %-20s %8.0f/s%n", round, target.name(), sample.rate());
				samples.computeIfAbsent(target.name(), (name) -> new ArrayList<>()).add(sample);
			}
		}
		return samples;
	}

	private Sample wrk(Target target, int duration, List<Long> pids) {
		long before = cpuMillis(pids);
		String out = call(List.of("wrk", "-t1", "-c" + CONNECTIONS, "-d" + duration + "s", "--latency", "-s",
				target.script(), target.url()));
		long cpu = cpuMillis(pids) - before;
		long requests = Long.parseLong(find(out, "(\\d+) requests in"));
		Matcher failed = Pattern.compile("Non-2xx or 3xx responses: (\\d+)").matcher(out);
		return new Sample(Double.parseDouble(find(out, "Requests/sec:\\s+([\\d.]+)")), millis(out, "50%"),
				millis(out, "99%"), (double) cpu / Math.max(1, requests),
				failed.find() ? Long.parseLong(failed.group(1)) : 0);
	}

	private void report(Map<String, List<Sample>> samples, double first, double later, String status) throws IOException {
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
		text.append(String.format(Locale.ROOT, "%nFirst `up` to ready, with the demo content, %.1f s, the next %.1f s.%n%n", first, later));
		text.append("| process | PSS MiB |\n|---|---|\n");
		long all = 0;
		Matcher process = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"pid\"\\s*:\\s*(\\d+)").matcher(status);
		while (process.find()) {
			long pss = pssKib(Long.parseLong(process.group(2)));
			all += pss;
			text.append("| %s | %d |%n".formatted(process.group(1), pss / 1024));
		}
		text.append("| all | %d |%n".formatted(all / 1024));
		Path file = this.root.resolve("benchmarks/results/platform.md");
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
		System.out.print(text);
	}

	private List<String> write(String status, String url) throws Exception {
		String token = token(url, text(status, "id", "newsroom"), text(status, "secret", "newsroom"));
		send("PUT", url + "/api/v1/newsroom/editions/bench", token, EDITION);
		try (var workers = Executors.newFixedThreadPool(4)) {
			List<Callable<String>> jobs = IntStream.range(0, ARTICLES)
				.<Callable<String>>mapToObj((number) -> () -> publish(url, token, number))
				.toList();
			List<String> ids = new ArrayList<>();
			for (var job : workers.invokeAll(jobs)) {
				ids.add(job.get());
			}
			return ids;
		}
	}

	private String publish(String url, String token, int number) throws Exception {
		String body = IntStream.range(0, 12)
			.mapToObj((line) -> "<p>Абзац %d: %s</p>".formatted(line, "слово районной газеты ".repeat(20)))
			.collect(Collectors.joining());
		HttpResponse<String> made = send("POST", url + "/api/v1/newsroom/articles", token, """
				{"edition":"bench","rubric":"society","headline":"Новость номер %d","standfirst":"Коротко о главном",
				"body":"%s","byline":"Автор","ageMark":"6+","tags":["проба"]}""".formatted(number, body));
		String id = text(made.body(), "id");
		HttpRequest publish = HttpRequest.newBuilder(URI.create(url + "/api/v1/newsroom/articles/" + id + "/publish"))
			.header("Authorization", "Bearer " + token)
			.header("If-Match", made.headers().firstValue("ETag").orElseThrow())
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		expect(HTTP.send(publish, HttpResponse.BodyHandlers.ofString()));
		return id;
	}

	private static final String EDITION = """
			{"name":"Проба","region":"Пробный район","founder":"Учредитель","editorInChief":"Редактор",
			"address":"ул. Первая, 1","phone":"+7 (000) 000-00-00","email":"bench@example.org",
			"registration":"ПИ № ТУ00-00000","ageMark":"12+","timeZone":"Asia/Barnaul","colour":"#8a1c1c",
			"rubrics":[{"slug":"society","name":"Общество"}]}""";

	private String token(String url, String id, String secret) throws Exception {
		String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
			.header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers
				.ofString("grant_type=client_credentials&scope=" + URLEncoder.encode("newsroom", StandardCharsets.UTF_8)))
			.build();
		return text(expect(HTTP.send(request, HttpResponse.BodyHandlers.ofString())).body(), "access_token");
	}

	private HttpResponse<String> send(String method, String url, String token, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		return expect(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
	}

	private String get(String url) throws Exception {
		return expect(HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())).body();
	}

	private static HttpResponse<String> expect(HttpResponse<String> response) {
		if (response.statusCode() / 100 != 2) {
			throw new IllegalStateException(response.request().uri() + ": " + response.statusCode() + " " + response.body());
		}
		return response;
	}

	private Process nginx() throws IOException {
		Path pages = Files.createDirectories(this.work.resolve("pages"));
		Files.writeString(pages.resolve("page.html"), "<p>" + "x".repeat(40 * 1024 - 7) + "</p>");
		Path configuration = Files.writeString(this.work.resolve("nginx.conf"), """
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
					server { listen 127.0.0.1:%2$d; root %1$s/pages; }
				}
				""".formatted(this.work, port("nginx")));
		return new ProcessBuilder("nginx", "-c", configuration.toString()).redirectErrorStream(true)
			.redirectOutput(this.work.resolve("nginx.out").toFile())
			.start();
	}

	private String rayonka(String... arguments) {
		List<String> command = new ArrayList<>(List.of(this.root.resolve("rayonka").toString()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("--data", this.work.resolve("data").toString()));
		return call(command);
	}

	private String call(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(String.join(" ", command) + " failed:\n" + out);
			}
			return out;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private final Map<String, Integer> ports = new LinkedHashMap<>();

	private int port(String name) {
		return this.ports.computeIfAbsent(name, (key) -> {
			try (ServerSocket socket = new ServerSocket(0)) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/** CPU of the processes and all their children, in milliseconds (100 ticks a second). */
	private static long cpuMillis(List<Long> pids) {
		return pids.stream()
			.flatMap((pid) -> ProcessHandle.of(pid).stream())
			.flatMap((process) -> Stream.concat(Stream.of(process), process.descendants()))
			.map(ProcessHandle::pid)
			.distinct()
			.mapToLong(Benchmark::ticks)
			.sum() * 10;
	}

	private static long ticks(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static long pssKib(long pid) {
		return ProcessHandle.of(pid)
			.stream()
			.flatMap((process) -> Stream.concat(Stream.of(process), process.descendants()))
			.mapToLong((process) -> {
				try {
					return Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))
						.stream()
						.filter((line) -> line.startsWith("Pss:"))
						.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D+", "")))
						.sum();
				}
				catch (IOException ex) {
					return 0;
				}
			})
			.sum();
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

	private static double median(List<Sample> samples, java.util.function.ToDoubleFunction<Sample> value) {
		double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private static double timed(Callable<Void> action) throws Exception {
		long start = System.nanoTime();
		action.call();
		return (System.nanoTime() - start) / 1e9;
	}

	private static String text(String json, String field) {
		return find(json, "\"" + field + "\"\\s*:\\s*\"([^\"]*)\"");
	}

	/** The field of the first object in the list of clients that has the given scope. */
	private static String text(String status, String field, String scope) {
		Matcher client = Pattern.compile("\\{[^{}]*\"scopes\"[^{}]*\"" + scope + "\"[^{}]*\\}").matcher(status);
		if (!client.find()) {
			throw new IllegalStateException("No client with the scope " + scope + " in " + status);
		}
		return text(client.group(), field);
	}

	private static List<Long> numbers(String json, String field) {
		return Pattern.compile("\"" + field + "\"\\s*:\\s*(\\d+)")
			.matcher(json)
			.results()
			.map((result) -> Long.valueOf(result.group(1)))
			.toList();
	}

	private static String find(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		if (!matcher.find()) {
			throw new IllegalStateException("No " + pattern + " in:\n" + text);
		}
		return matcher.group(1);
	}

	private static int option(String[] args, String name, int otherwise) {
		int at = List.of(args).indexOf(name);
		return (at < 0) ? otherwise : Integer.parseInt(args[at + 1]);
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(java.util.Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
	}

}
