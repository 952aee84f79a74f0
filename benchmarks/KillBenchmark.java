import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Views and likes while the processes that count are killed without warning, over and
 * over: what was acknowledged is compared with what readers are shown, and the log with
 * every number and list.
 */
final class KillBenchmark {

	private static final int ARTICLES = 200;

	private static final List<String> VICTIMS = List.of("engagement-service", "redis", "kafka", "postgresql");

	private final Platform platform;

	private final Kills kills;

	private KillBenchmark(Platform platform) {
		this.platform = platform;
		this.kills = new Kills(platform, VICTIMS);
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new KillBenchmark(platform).run(Platform.option(args, "--views", 1_000_000),
					Platform.option(args, "--likes", 100_000), Platform.option(args, "--kills", 50),
					Platform.option(args, "--rate", 700));
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/kills.md"), text);
		}
	}

	private String run(int views, int likes, int kills, int rate) throws Exception {
		this.platform.up();
		List<String> articles = this.platform.publish("bench", ARTICLES);
		String acquaintance = this.platform.publish("other", 1).getFirst();
		long begun = System.nanoTime();
		try (Readers readers = new Readers(this.platform.port(), articles);
				Likers likers = new Likers(this.platform.port(), articles)) {
			likers.start(acquaintance, likes, Math.max(1, (int) ((long) rate * likes / views)));
			readers.start(views, rate);
			this.kills.carryOut(kills, readers::running);
			readers.join();
			likers.join();
			double seconds = (System.nanoTime() - begun) / 1e9;
			List<String> wrong = settled(articles, readers, likers);
			String verified = this.platform.verified();
			return report(views, likes, seconds, readers, wrong, verified);
		}
	}

	/** What is shown wrongly when it no longer changes. */
	private List<String> settled(List<String> articles, Readers readers, Likers likers) throws Exception {
		List<String> wrong = List.of();
		for (int second = 0; second < 120; second++) {
			wrong = wrong(articles, readers, likers);
			if (wrong.isEmpty()) {
				break;
			}
			Thread.sleep(1_000);
		}
		return wrong;
	}

	private List<String> wrong(List<String> articles, Readers readers, Likers likers) throws Exception {
		List<String> wrong = new ArrayList<>();
		Map<String, Platform.Numbers> shown = this.platform.counts(articles);
		for (int i = 0; i < articles.size(); i++) {
			Platform.Numbers expected = new Platform.Numbers(readers.expected(i), likers.expected(articles.get(i)));
			if (!shown.get(articles.get(i)).equals(expected)) {
				wrong.add("%s: acknowledged %s, shown %s".formatted(articles.get(i), expected, shown.get(articles.get(i))));
			}
		}
		return wrong;
	}

	private String report(int views, int likes, double seconds, Readers readers, List<String> wrong, String verified) {
		StringBuilder text = new StringBuilder();
		text.append("# Kills under load, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		text.append(String.format(Locale.ROOT, """
				%d processors; %d views and %d changes of likes of %d articles through the gateway within %.0f s, each sent
				again until it was acknowledged (%d times again); meanwhile `kill -9` %s. By `benchmarks/counting kills`.

				Articles whose views or likes differ from what was acknowledged: %d of %d.
				""", Runtime.getRuntime().availableProcessors(), views, likes, ARTICLES, seconds, readers.retried(),
				this.kills, wrong.size(), ARTICLES));
		wrong.forEach((line) -> text.append("- ").append(line).append('\n'));
		text.append("\n`./rayonka recount --verify`, which counts the log again and compares every number and list:\n\n```\n")
			.append(verified)
			.append("```\n");
		return text.toString();
	}

}
