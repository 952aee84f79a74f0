import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Verdict;

/**
 * A long log: how fast it is counted as it stands, how fast an emptied Redis has its numbers
 * again, how fast all of it is counted anew.
 */
final class RebuildBenchmark {

	private static final int ARTICLES = 1000;

	private static final Duration PAST = Duration.ofDays(20);

	/** So that the second view of each pair falls within half an hour. */
	private static final int FEWEST = 1_000_000;

	private final Platform platform;

	private final StringBuilder text = new StringBuilder();

	private RebuildBenchmark(Platform platform) {
		this.platform = platform;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new RebuildBenchmark(platform).run(Platform.option(args, "--events", 10_000_000));
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/rebuild.md"), text);
		}
	}

	private String run(int events) throws Exception {
		if (events < FEWEST) {
			throw new IllegalArgumentException("--events: at least %d, or visitors do not come back in time".formatted(FEWEST));
		}
		this.platform.up();
		List<String> articles = this.platform.publish("bench", ARTICLES);
		this.text.append("# A long log, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		this.text.append(String.format(Locale.ROOT, """
				%d processors; %d views of %d articles within %d days, each visitor twice within half an hour, in the log after
				the demo content's. By `benchmarks/counting rebuild`.

				| what | s | events/s | wrong afterwards |
				|---|---|---|---|
				""", Runtime.getRuntime().availableProcessors(), events, ARTICLES, PAST.toDays()));
		long begun = System.nanoTime();
		write(articles, events);
		row("written to Kafka (and counted meanwhile)", begun, events, "");
		step("the last one counted, since the first was written", begun, articles, events);
		begun = System.nanoTime();
		emptyRedis();
		awaitRestored();
		step("Redis emptied: numbers restored from the snapshot and the rest of the log", begun, articles, events);
		begun = System.nanoTime();
		String verified = this.platform.verified();
		row("`recount --verify`", begun, events, "");
		begun = System.nanoTime();
		this.platform.tried("recount", "--rebuild");
		step("`recount --rebuild`: all made anew from the log", begun, articles, events);
		return this.text.append("\n`./rayonka recount --verify` said:\n\n```\n").append(verified).append("```\n").toString();
	}

	/** Every visitor sees every article twice, a minute and a half apart. */
	private void write(List<String> articles, int events) {
		List<UUID> ids = articles.stream().map(UUID::fromString).toList();
		Instant first = Instant.now().minus(PAST);
		double step = (double) PAST.toMillis() / events;
		WrittenViews.write(this.platform, events,
				(number) -> new ViewRecorded(ids.get(number % ARTICLES), first.plusMillis((long) (number * step)), "bench",
						"visitor-" + number / ARTICLES / 2, Verdict.READER, WrittenViews.BROWSER));
	}

	private void emptyRedis() throws Exception {
		URI redis = URI.create(Platform.find(this.platform.rayonka("env", "engagement-service"),
				"SPRING_DATA_REDIS_URL=['\"]?(redis://[^\\s'\"]+)"));
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.getPort())) {
			String command = "AUTH %s\r\nFLUSHALL\r\nQUIT\r\n".formatted(redis.getUserInfo().substring(1));
			socket.getOutputStream().write(command.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
			if (!answer.equals("+OK\r\n+OK\r\n+OK\r\n")) {
				throw new IOException(answer);
			}
		}
	}

	/** Until a list that nobody remembers is there again. */
	private void awaitRestored() throws Exception {
		HttpRequest list = HttpRequest
			.newBuilder(URI.create(this.platform.url() + "/api/v1/popular?by=views&window=all&edition=bench"))
			.build();
		HttpResponse<String> answer = Platform.HTTP.send(list, HttpResponse.BodyHandlers.ofString());
		while (answer.statusCode() != 200 || answer.body().contains("\"items\":[]")) {
			Thread.sleep(200);
			answer = Platform.HTTP.send(list, HttpResponse.BodyHandlers.ofString());
		}
	}

	private void step(String what, long begun, List<String> articles, int events) throws Exception {
		List<String> wrong = wrong(articles, events);
		long end = System.nanoTime() + Duration.ofHours(1).toNanos();
		while (!wrong.isEmpty() && System.nanoTime() < end) {
			Thread.sleep(500);
			wrong = wrong(articles, events);
		}
		row(what, begun, events, "%d of %d".formatted(wrong.size(), articles.size()));
	}

	private List<String> wrong(List<String> articles, int events) throws Exception {
		Map<String, Platform.Numbers> counts = this.platform.counts(articles);
		return articles.stream().filter((article) -> counts.get(article).views() != expected(articles.indexOf(article), events)).toList();
	}

	/** Each article has been seen by as many visitors as there are pairs of its views. */
	private static long expected(int article, int events) {
		long views = events / ARTICLES + ((article < events % ARTICLES) ? 1 : 0);
		return (views + 1) / 2;
	}

	private void row(String what, long begun, int events, String wrong) {
		double seconds = (System.nanoTime() - begun) / 1e9;
		String row = String.format(Locale.ROOT, "| %s | %.0f | %.0f | %s |%n", what, seconds, events / seconds, wrong);
		System.err.print(row);
		this.text.append(row);
	}

}
