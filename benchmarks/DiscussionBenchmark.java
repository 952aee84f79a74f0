import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Comments read and written through the gateway, in turns with nginx serving the same
 * bytes and with pgbench's own transactions on the same PostgreSQL.
 */
final class DiscussionBenchmark {

	private static final int ARTICLES = 100;

	/** A page of the discussion that is read, each comment with an answer. */
	private static final int THREADS = 20;

	private static final int SCALE = 10;

	private static final String PGBENCH = "pgbench -N";

	private static final String NGINX = "nginx, the same bytes";

	private final Platform platform;

	private final int rounds;

	private final int seconds;

	private DiscussionBenchmark(Platform platform, int rounds, int seconds) {
		this.platform = platform;
		this.rounds = rounds;
		this.seconds = seconds;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new DiscussionBenchmark(platform, Platform.option(args, "--rounds", 3),
					Platform.option(args, "--seconds", 8))
				.run();
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/discussion.md"), text);
		}
	}

	private String run() throws Exception {
		this.platform.up();
		List<String> articles = this.platform.publish("bench", ARTICLES + 1);
		String list = this.platform.url() + discussion(articles.getLast());
		discuss(articles.getLast());
		String page = Platform.get(list);
		Database pgbench = pgbench();
		try (Nginx nginx = new Nginx(this.platform.folder(), page)) {
			Path folder = this.platform.folder();
			List<Wrk.Target> targets = List.of(
					new Wrk.Target(NGINX, nginx.url(), Files.writeString(folder.resolve("plain.lua"), "")),
					new Wrk.Target("comment list", list, folder.resolve("plain.lua")),
					Wrk.Target.get("comment list, compressed", list, folder),
					posting("comment posted, to one of %d articles".formatted(ARTICLES), articles.subList(0, ARTICLES)),
					posting("comment posted, all to one article", articles.subList(0, 1)));
			Map<String, List<Wrk.Sample>> samples = measure(targets, nginx, pgbench);
			return report(samples, page.getBytes(StandardCharsets.UTF_8).length);
		}
	}

	private static String discussion(String article) {
		return "/api/v1/articles/" + article + "/comments";
	}

	private void discuss(String article) throws Exception {
		try (Line line = new Line(this.platform.port())) {
			for (int n = 0; n < THREADS; n++) {
				String id = Platform.text(said(line, article, "{\"text\":\"%s\"}".formatted(words(n))), "id");
				said(line, article, "{\"text\":\"%s\",\"parentId\":\"%s\"}".formatted(words(n + THREADS), id));
			}
		}
	}

	private static String said(Line line, String article, String json) throws Exception {
		return line.untilKept("POST", discussion(article), "Content-Type: application/json\r\n", json).body();
	}

	private static String words(int number) {
		return "Слово номер %d: %s".formatted(number, "думаю, что дорогу пора чинить. ".repeat(4));
	}

	private Database pgbench() {
		Database.of(this.platform, "postgres").sql("create database pgbench");
		Database database = Database.of(this.platform, "pgbench");
		database.call(List.of("pgbench", "-i", "-q", "-s", "" + SCALE));
		return database;
	}

	/** Each time another text, since the same is not said twice. */
	private Wrk.Target posting(String name, List<String> articles) throws IOException {
		String paths = articles.stream().map((article) -> "'%s'".formatted(discussion(article))).collect(Collectors.joining(","));
		Path script = Files.writeString(this.platform.folder().resolve(UUID.randomUUID() + ".lua"), """
				local paths = {%s}
				local run = tostring(os.time()) .. tostring(os.clock()):gsub('%%.', '')
				local number = 0
				local headers = {['Content-Type'] = 'application/json'}
				function request()
				  number = number + 1
				  local text = 'Слово номер ' .. run .. ' ' .. number .. ': ' .. ('думаю, что дорогу пора чинить. '):rep(4)
				  return wrk.format('POST', paths[number %% #paths + 1], headers, '{"text":"' .. text .. '"}')
				end
				""".formatted(paths));
		return new Wrk.Target(name, this.platform.url(), script);
	}

	private Map<String, List<Wrk.Sample>> measure(List<Wrk.Target> targets, Nginx nginx, Database pgbench) {
		Map<String, Long> pids = this.platform.processes();
		Map<String, List<Wrk.Sample>> samples = new LinkedHashMap<>();
		targets.forEach((target) -> Wrk.ask(target, Wrk.WARM_UP, pids));
		for (int round = 1; round <= this.rounds; round++) {
			for (Wrk.Target target : targets) {
				Map<String, Long> measured = target.name().equals(NGINX) ? Map.of("nginx", nginx.pid()) : pids;
				keep(samples, target.name(), Wrk.ask(target, this.seconds, measured));
			}
			keep(samples, PGBENCH, transactions(pgbench, Map.of("postgresql", pids.get("postgresql"))));
		}
		return samples;
	}

	private static void keep(Map<String, List<Wrk.Sample>> samples, String name, Wrk.Sample sample) {
		System.err.printf(Locale.ROOT, "%-40s %8.0f/s%n", name, sample.rate());
		samples.computeIfAbsent(name, (_) -> new ArrayList<>()).add(sample);
	}

	private Wrk.Sample transactions(Database pgbench, Map<String, Long> pids) {
		Map<String, Long> before = Wrk.cpu(pids);
		String out = pgbench
			.call(List.of("pgbench", "-N", "-n", "-j", "1", "-c", "" + Wrk.CONNECTIONS, "-T", "" + this.seconds));
		long done = Long.parseLong(Platform.find(out, "actually processed: (\\d+)"));
		double mean = Double.parseDouble(Platform.find(out, "latency average = ([\\d.]+)"));
		return new Wrk.Sample(Double.parseDouble(Platform.find(out, "tps = ([\\d.]+)")), mean, Double.NaN,
				Wrk.each(before, Wrk.cpu(pids), done), 0);
	}

	private String report(Map<String, List<Wrk.Sample>> samples, int bytes) {
		StringBuilder text = new StringBuilder();
		text.append("# Discussions read and written, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		text.append(String.format(Locale.ROOT, """
				%d processors, %d connections, %d rounds of %d s in turns after %d s of each; medians. The list is a page of %d comments
				and as many answers, %d bytes; each comment posted is another text by another guest, kept when it is
				acknowledged. pgbench's transactions (simple-update, scale %d, its 50%% is the mean) are of the same
				PostgreSQL. CPU is of all processes that answer, not of those that ask. By `benchmarks/discussion speed`.

				| what | per second | p50 ms | p99 ms | CPU ms each | failed |
				|---|---|---|---|---|---|
				""", Runtime.getRuntime().availableProcessors(), Wrk.CONNECTIONS, this.rounds, this.seconds,
						Wrk.WARM_UP, THREADS, bytes, SCALE));
		samples.forEach((name, all) -> text.append(String.format(Locale.ROOT, "| %s | %.0f | %.1f | %s | %.3f | %d |%n", name,
				Wrk.median(all, Wrk.Sample::rate), Wrk.median(all, Wrk.Sample::p50), tail(all),
				Wrk.median(all, Wrk.Sample::cpuMillis), all.stream().mapToLong(Wrk.Sample::failed).sum())));
		text.append("%nMilliseconds of CPU each, by process:%n%n| what |".formatted());
		List<String> processes = List.copyOf(this.platform.processes().keySet());
		processes.forEach((process) -> text.append(" %s |".formatted(process)));
		text.append("\n|---|").append("---|".repeat(processes.size())).append('\n');
		samples.entrySet().stream().filter((entry) -> entry.getKey().startsWith("comment")).forEach((entry) -> {
			text.append("| %s |".formatted(entry.getKey()));
			processes.forEach((process) -> text.append(String.format(Locale.ROOT, " %.3f |",
					Wrk.median(entry.getValue(), (sample) -> sample.cpu().get(process)))));
			text.append('\n');
		});
		return text.toString();
	}

	/** pgbench does not tell it. */
	private static String tail(List<Wrk.Sample> samples) {
		double millis = Wrk.median(samples, Wrk.Sample::p99);
		return Double.isNaN(millis) ? "–" : String.format(Locale.ROOT, "%.1f", millis);
	}

}
