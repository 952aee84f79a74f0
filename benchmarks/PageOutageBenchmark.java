import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What readers of articles notice while something behind the pages is killed, or hangs:
 * of pages that the gateway has in memory, and of those that it has to ask for.
 */
final class PageOutageBenchmark {

	private static final List<String> VICTIMS = List.of("engagement-service", "comment-service", "article-service", "redis",
			"kafka", "postgresql");

	private static final int ARTICLES = 200;

	private static final int READERS = 4;

	private static final int PAUSE = 50;

	private static final double SOON = 1_000;

	private final HttpClient http = HttpClient.newHttpClient();

	private final Platform platform;

	private final List<String> pages = new ArrayList<>();

	private PageOutageBenchmark(Platform platform) {
		this.platform = platform;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new PageOutageBenchmark(platform).run(Platform.option(args, "--seconds", 15));
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/page-outage.md"), text);
		}
	}

	private String run(int seconds) throws Exception {
		this.platform.up();
		for (String id : this.platform.publish("bench", ARTICLES)) {
			this.pages.add(Platform.text(Platform.get(this.platform.url() + "/api/v1/articles/" + id), "url"));
		}
		// all have been read
		for (String page : this.pages) {
			Platform.get(page);
		}
		StringBuilder text = new StringBuilder();
		text.append("# Pages of articles while something is away, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		text.append("""
				%d processors; %d articles, each read before; %d readers of each kind ask for one at random, %d ms after the
				last answer, for %d s from the blow on. "Asked for anew" are pages with a query, which no gateway keeps. Hanging
				is SIGSTOP. By `benchmarks/pages outage`.

				| what | page | answers | 200 within 1 s | p50 ms | p99 ms | longest ms |
				|---|---|---|---|---|---|---|
				""".formatted(Runtime.getRuntime().availableProcessors(), ARTICLES, READERS, PAUSE, seconds));
		measure("nothing is away", seconds, text);
		for (String victim : VICTIMS) {
			signal("-STOP", victim);
			try {
				measure(victim + " hangs", seconds, text);
			}
			finally {
				signal("-CONT", victim);
			}
			ready(victim);
			signal("-KILL", victim);
			measure(victim + " is killed", seconds, text);
			ready(victim);
		}
		return text.toString();
	}

	private void signal(String signal, String victim) {
		List<String> command = new ArrayList<>(List.of("kill", signal));
		Platform.family(List.of(this.platform.processes().get(victim))).map(String::valueOf).forEach(command::add);
		Platform.call(command);
	}

	private void ready(String victim) throws InterruptedException {
		long end = System.nanoTime() + 180_000_000_000L;
		while (!this.platform.processes().containsKey(victim) || !this.platform.ready()) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException(victim + " did not come back:\n" + this.platform.status());
			}
			Thread.sleep(1_000);
		}
	}

	private void measure(String when, int seconds, StringBuilder text) throws Exception {
		System.err.println(when);
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answers>> inMemory = start(readers, "", end);
			List<Future<Answers>> anew = start(readers, "?anew", end);
			text.append(row(when, "in memory", inMemory)).append(row(when, "asked for anew", anew));
		}
	}

	private List<Future<Answers>> start(ExecutorService readers, String query, long end) {
		return IntStream.range(0, READERS).mapToObj((reader) -> readers.submit(() -> ask(reader, query, end))).toList();
	}

	private Answers ask(int reader, String query, long end) throws InterruptedException {
		Random chance = new Random(reader);
		Answers answers = new Answers(new ArrayList<>(), new ArrayList<>());
		while (System.nanoTime() < end) {
			HttpRequest request = HttpRequest
				.newBuilder(URI.create(this.pages.get(chance.nextInt(this.pages.size())) + query))
				.timeout(Duration.ofSeconds(20))
				.build();
			long sent = System.nanoTime();
			boolean good;
			try {
				good = this.http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
			}
			catch (IOException ex) {
				good = false;
			}
			double millis = (System.nanoTime() - sent) / 1e6;
			answers.millis().add(millis);
			answers.good().add(good && millis <= SOON);
			Thread.sleep(PAUSE);
		}
		return answers;
	}

	private static String row(String when, String page, List<Future<Answers>> parts) throws Exception {
		List<Double> millis = new ArrayList<>();
		long good = 0;
		for (Future<Answers> part : parts) {
			millis.addAll(part.get().millis());
			good += part.get().good().stream().filter(Boolean::booleanValue).count();
		}
		Collections.sort(millis);
		return String.format(Locale.ROOT, "| %s | %s | %d | %.2f %% | %.1f | %.1f | %.0f |%n", when, page, millis.size(),
				100.0 * good / millis.size(), millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100),
				millis.getLast());
	}

	/**
	 * What one reader got.
	 *
	 * @param millis of each answer
	 * @param good whether each was the page, and soon
	 */
	private record Answers(List<Double> millis, List<Boolean> good) {
	}

}
