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
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What readers notice while Kafka hangs, which is worse than a Kafka that is gone: it takes
 * connections and never answers.
 */
final class OutageBenchmark {

	private static final int ARTICLES = 100;

	private static final int PAUSE = 20;

	private final Platform platform;

	private OutageBenchmark(Platform platform) {
		this.platform = platform;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new OutageBenchmark(platform).run(Platform.option(args, "--seconds", 300));
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/outage.md"), text);
		}
	}

	private String run(int seconds) throws Exception {
		this.platform.up();
		List<String> articles = this.platform.publish("bench", ARTICLES);
		try (Readers readers = new Readers(this.platform.port(), articles)) {
			readers.start(10_000, 500).join();
		}
		String page = Platform.text(Platform.get(this.platform.url() + "/api/v1/articles/" + articles.getFirst()), "url")
			.replaceFirst("https?://[^/]*", "");
		Map<String, Asking> kinds = new LinkedHashMap<>();
		kinds.put("beacon", new Asking("POST", "/api/v1/articles/" + articles.getFirst() + "/views"));
		kinds.put("counts", new Asking("GET", "/api/v1/counts?ids=" + String.join(",", articles.subList(0, 20))));
		kinds.put("popular list", new Asking("GET", "/api/v1/popular?by=views&window=24h"));
		kinds.put("article page", new Asking("GET", page));
		kinds.put("liveness of engagement-service", new Asking("GET", "/actuator/health/liveness",
				Integer.parseInt(this.platform.of("engagement-service", "port"))));
		StringBuilder text = new StringBuilder();
		text.append("# Kafka hangs, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		text.append(String.format(Locale.ROOT, """
				%d processors; Kafka stopped by SIGSTOP for %d s; one request after another of each kind, %d ms between them, the
				beacons of ever new readers on 8 connections. By `benchmarks/counting outage`.

				| what | while | answers | p50 ms | p99 ms | longest ms |
				|---|---|---|---|---|---|
				""", Runtime.getRuntime().availableProcessors(), seconds, PAUSE));
		measure(kinds, 30, "Kafka answers", text);
		long kafka = this.platform.processes().get("kafka");
		Platform.call(List.of("kill", "-STOP", Long.toString(kafka)));
		try {
			measure(kinds, seconds, "Kafka hangs", text);
		}
		finally {
			Platform.call(List.of("kill", "-CONT", Long.toString(kafka)));
		}
		long back = System.nanoTime();
		try (Line line = new Line(this.platform.port())) {
			line.untilKept("POST", kinds.get("beacon").path(), Readers.browser("back"));
		}
		text.append(String.format(Locale.ROOT, "%nThe first beacon was kept %.1f s after Kafka went on.%n%n",
				(System.nanoTime() - back) / 1e9));
		measure(kinds, 30, "Kafka answers again", text);
		return text.append("\n`./rayonka recount --verify`:\n\n```\n")
			.append(this.platform.verified())
			.append("```\n")
			.toString();
	}

	private void measure(Map<String, Asking> kinds, int seconds, String when, StringBuilder text) throws Exception {
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			Map<String, List<Future<Answers>>> running = new LinkedHashMap<>();
			kinds.forEach((name, asking) -> {
				for (int i = 0; i < (name.equals("beacon") ? 8 : 1); i++) {
					String who = when.replace(' ', '-') + "-" + i;
					running.computeIfAbsent(name, (key) -> new ArrayList<>())
						.add(threads.submit((Callable<Answers>) () -> ask(asking, who, end)));
				}
			});
			for (Map.Entry<String, List<Future<Answers>>> kind : running.entrySet()) {
				Answers all = new Answers(new ArrayList<>(), new TreeMap<>());
				for (Future<Answers> part : kind.getValue()) {
					all.add(part.get());
				}
				text.append(all.row(kind.getKey(), when));
			}
		}
	}

	private Answers ask(Asking asking, String who, long end) throws InterruptedException {
		Answers answers = new Answers(new ArrayList<>(), new TreeMap<>());
		try (Line line = new Line((asking.port() != 0) ? asking.port() : this.platform.port())) {
			for (int number = 0; System.nanoTime() < end; number++) {
				long sent = System.nanoTime();
				String status;
				try {
					status = Integer.toString(line.ask(asking.method(), asking.path(), Readers.browser(who + number), "").status());
				}
				catch (IOException ex) {
					line.close();
					status = ex.getClass().getSimpleName();
				}
				answers.add(status, (System.nanoTime() - sent) / 1e6);
				Thread.sleep(PAUSE);
			}
		}
		return answers;
	}

	private record Asking(String method, String path, int port) {

		Asking(String method, String path) {
			this(method, path, 0);
		}

	}

	private record Answers(List<Double> millis, Map<String, Integer> statuses) {

		void add(String status, double took) {
			this.millis.add(took);
			this.statuses.merge(status, 1, Integer::sum);
		}

		void add(Answers others) {
			this.millis.addAll(others.millis());
			others.statuses().forEach((status, number) -> this.statuses.merge(status, number, Integer::sum));
		}

		String row(String name, String when) {
			List<Double> sorted = this.millis.stream().sorted().toList();
			return String.format(Locale.ROOT, "| %s | %s | %s | %.1f | %.1f | %.1f |%n", name, when, this.statuses,
					sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100), sorted.getLast());
		}

	}

}
