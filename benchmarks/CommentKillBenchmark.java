import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments while the processes that keep them are killed without warning, over and over:
 * each acknowledged one has to be there once, and every number has to be theirs.
 */
final class CommentKillBenchmark {

	private static final int ARTICLES = 100;

	private static final int WRITERS = 50;

	private static final List<String> VICTIMS = List.of("comment-service", "kafka", "postgresql");

	private final Platform platform;

	private CommentKillBenchmark(Platform platform) {
		this.platform = platform;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new CommentKillBenchmark(platform).run(Platform.option(args, "--comments", 100_000),
					Platform.option(args, "--kills", 21));
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/comment-kills.md"), text);
		}
	}

	private String run(int comments, int kills) throws Exception {
		this.platform.up();
		List<String> articles = this.platform.publish("bench", ARTICLES);
		Kills killed = new Kills(this.platform, VICTIMS);
		long begun = System.nanoTime();
		try (Commenters commenters = new Commenters(this.platform.port(), articles, WRITERS)) {
			commenters.start(comments, WRITERS);
			killed.carryOut(kills, commenters::running);
			commenters.join();
			double seconds = (System.nanoTime() - begun) / 1e9;
			List<String> wrong = settled(articles, commenters);
			StringBuilder text = new StringBuilder();
			text.append("# Comments and kills under load, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
			text.append(String.format(Locale.ROOT, """
					%d processors; %d comments and answers below %d articles by %d writers through the gateway within %.0f s,
					each sent again with its key until it was acknowledged (%d times again); meanwhile `kill -9` %s. By
					`benchmarks/discussion kills`.

					Articles whose comments, number of comments, or place among the most discussed differ from what was
					acknowledged: %d of %d.
					""", Runtime.getRuntime().availableProcessors(), comments, ARTICLES, WRITERS, seconds,
					commenters.retried(), killed, wrong.size(), ARTICLES));
			wrong.forEach((line) -> text.append("- ").append(line).append('\n'));
			return text.toString();
		}
	}

	/** What is shown wrongly when it no longer changes. */
	private List<String> settled(List<String> articles, Commenters commenters) throws Exception {
		List<String> wrong = List.of();
		for (int second = 0; second < 60; second++) {
			wrong = wrong(articles, commenters);
			if (wrong.isEmpty()) {
				break;
			}
			Thread.sleep(1_000);
		}
		return wrong;
	}

	private List<String> wrong(List<String> articles, Commenters commenters) throws Exception {
		List<String> wrong = new ArrayList<>();
		String discussed = Platform
			.get(this.platform.url() + "/api/v1/popular?by=comments&window=24h&edition=bench&limit=100");
		for (String article : articles) {
			List<String> shown = shown(article);
			int expected = commenters.acknowledged(article).size();
			String counts = Platform.get(this.platform.url() + "/api/v1/articles/" + article + "/counts");
			if (!commenters.acknowledged(article).equals(Set.copyOf(shown)) || shown.size() != expected
					|| !counts.contains("\"comments\":" + expected + ",") || value(discussed, article) != expected) {
				wrong.add("%s: acknowledged %d, shown %d, counts %s".formatted(article, expected, shown.size(), counts));
			}
		}
		return wrong;
	}

	/** The number with which a list shows an article, 0 where it does not. */
	private static int value(String list, String article) {
		int at = list.indexOf("\"" + article + "\"");
		return (at < 0) ? 0 : Integer.parseInt(Platform.find(list.substring(at), "\"value\":(\\d+)"));
	}

	/** All that readers are shown below an article, page by page; what is there twice stands twice. */
	private List<String> shown(String article) throws Exception {
		List<String> ids = new ArrayList<>();
		Pattern id = Pattern.compile("\"id\":\"([^\"]+)\"");
		Pattern next = Pattern.compile("\"next\":\"([^\"]+)\"");
		String cursor = "";
		do {
			String page = Platform
				.get(this.platform.url() + "/api/v1/articles/" + article + "/comments?sort=oldest&limit=50" + cursor);
			id.matcher(page).results().forEach((found) -> ids.add(found.group(1)));
			Matcher more = next.matcher(page);
			cursor = more.find() ? "&cursor=" + more.group(1) : "";
		}
		while (!cursor.isEmpty());
		return ids;
	}

}
