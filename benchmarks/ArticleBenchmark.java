import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Asks two article-services the same in turns: one has a thousand articles, the other a
 * million. What counts is the ratio of their times, which holds on other machines too;
 * and the plans by which PostgreSQL answered, which are written down.
 */
public final class ArticleBenchmark {

	private static final int SMALL = 1000;

	private static final int REQUESTS = 12;

	private final ArticleServices services;

	private final int articles;

	private final int rounds;

	private final StringBuilder text = new StringBuilder();

	private ArticleBenchmark(ArticleServices services, int articles, int rounds) {
		this.services = services;
		this.articles = articles;
		this.rounds = rounds;
	}

	/** A service with its database. */
	record Side(String database, int articles, ArticleServices.Service service, Sample sample) {
	}

	/** Articles to ask for. */
	record Sample(int editions, List<String> ids, List<String> paths, String middle, String change) {
	}

	/** A kind of request. */
	interface Kind {

		String path(Sample sample, Random random);

	}

	private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

	static {
		KINDS.put("list", (sample, random) -> "/api/v1/articles?limit=20");
		KINDS.put("list of an edition's rubric",
				(sample, random) -> "/api/v1/articles?edition=" + edition(sample, random) + "&rubric=sport");
		KINDS.put("list of a tag", (sample, random) -> "/api/v1/articles?tag=" + encoded("тема " + random.nextInt(20)));
		KINDS.put("deep page", (sample, random) -> "/api/v1/articles?limit=20&cursor=" + sample.middle());
		KINDS.put("article by id, with related", (sample, random) -> "/api/v1/articles/" + any(sample.ids(), random));
		KINDS.put("article by path, with related",
				(sample, random) -> "/api/v1/pages?path=" + encoded(any(sample.paths(), random)));
		KINDS.put("search, frequent word", (sample, random) -> search("район"));
		KINDS.put("search, frequent word in an edition",
				(sample, random) -> search("район") + "&edition=" + edition(sample, random));
		KINDS.put("search, frequent word in a year",
				(sample, random) -> search("район") + "&from=2020-01-01&to=2020-12-31");
		KINDS.put("search, word of some", (sample, random) -> search("паводок"));
		KINDS.put("search, rare word", (sample, random) -> search("брандмейстер"));
		// a thousand articles have nine that fit
		KINDS.put("search, two words", (sample, random) -> search("район паводок").replace("limit=20", "limit=8"));
		KINDS.put("search, beginning of a word", (sample, random) -> search("паво"));
		KINDS.put("search, beginning of very many words", (sample, random) -> search("хле"));
		KINDS.put("search, typing error", (sample, random) -> search("брандмейстир"));
		KINDS.put("change log", (sample, random) -> "/api/v1/changes?limit=20&after=" + sample.change());
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		int articles = Integer.parseInt(ArticleServices.option(args, "--articles", "1000000"));
		int rounds = Integer.parseInt(ArticleServices.option(args, "--rounds", "24"));
		try (ArticleServices services = new ArticleServices(root, args)) {
			String text = new ArticleBenchmark(services, articles, rounds).run();
			Files.writeString(root.resolve("benchmarks/results/articles.md"), text);
			System.out.print(text.substring(0, text.indexOf("## Plans")));
		}
	}

	private String run() throws Exception {
		this.services.fill("small", SMALL);
		this.services.fill("large", this.articles);
		try (ArticleServices.Service small = this.services.start("small", Map.of());
				ArticleServices.Service large = this.services.start("large", Map.of())) {
			List<Side> sides = List.of(new Side("small", SMALL, small, sample("small", SMALL)),
					new Side("large", this.articles, large, sample("large", this.articles)));
			report(sides, measure(sides));
			plans(sides.getLast());
		}
		return this.text.toString();
	}

	private Sample sample(String database, int articles) throws Exception {
		try (Connection connection = this.services.connect(database); Statement sql = connection.createStatement()) {
			List<String> ids = new ArrayList<>();
			List<String> paths = new ArrayList<>();
			try (ResultSet rows = sql.executeQuery("select id, path from article order by md5(slug) limit 500")) {
				while (rows.next()) {
					ids.add(rows.getString(1));
					paths.add(rows.getString(2));
				}
			}
			String middle = ArticleServices.one(sql, """
					select floor(extract(epoch from published_at) * 1000000)::bigint || '~' || id from article
					order by published_at desc offset (select count(*) / 2 from article) limit 1""");
			return new Sample(editions(articles), ids, paths, cursor("newest~" + middle),
					cursor("changes~" + ArticleServices.one(sql, "select max(position) / 2 from change")));
		}
	}

	/** In the form that article-service gives out. */
	private static String cursor(String keys) {
		byte[] content = keys.getBytes(StandardCharsets.UTF_8);
		CRC32 checksum = new CRC32();
		checksum.update(content);
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(
					ByteBuffer.allocate(content.length + 4).put(content).putInt((int) checksum.getValue()).array());
	}

	private Map<String, List<List<Answer>>> measure(List<Side> sides) throws Exception {
		Map<String, List<List<Answer>>> answers = new LinkedHashMap<>();
		KINDS.keySet().forEach((name) -> answers.put(name, List.of(new ArrayList<>(), new ArrayList<>())));
		for (int round = -2; round < this.rounds; round++) {
			Random random = new Random(round);
			for (Map.Entry<String, Kind> kind : KINDS.entrySet()) {
				for (int request = 0; request < REQUESTS; request++) {
					for (int side = 0; side < sides.size(); side++) {
						Answer answer = asked(sides.get(side).service(), sides.get(side).sample(), kind.getValue(), random);
						if (round >= 0) {
							answers.get(kind.getKey()).get(side).add(answer);
						}
					}
				}
			}
			if (round == -1) {
				head(sides);
			}
			System.err.println("round " + round);
		}
		return answers;
	}

	private void head(List<Side> sides) {
		this.text.append("# Articles, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		this.text.append("""
				%d processors; article-service (`-Xmx256m`) on %d articles in %d editions and on %d in %d, in one PostgreSQL
				with the platform's own settings (48 MB of shared buffers); each kind asked %d times of both in turns, one request at a time,
				after two rounds to warm up; items are those of an answer, on average, related ones among them. Both are asked
				for the same, but of an article or an edition by chance. By `benchmarks/articles`.

				""".formatted(Runtime.getRuntime().availableProcessors(), SMALL, editions(SMALL), this.articles,
				editions(this.articles), this.rounds * REQUESTS));
		this.before = sides.stream().mapToLong((side) -> side.service().memory()).toArray();
	}

	private long[] before = new long[2];

	/** Milliseconds, and how many items the answer has. */
	record Answer(double millis, int items) {
	}

	private static Answer asked(ArticleServices.Service service, Sample sample, Kind kind, Random random) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(service.url(kind.path(sample, random)))).build();
		long begun = System.nanoTime();
		HttpResponse<String> answer = ArticleServices.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
		double millis = (System.nanoTime() - begun) / 1e6;
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
		}
		return new Answer(millis, answer.body().split("\"headline\":", -1).length - 1);
	}

	private void report(List<Side> sides, Map<String, List<List<Answer>>> answers) throws Exception {
		this.text.append(String.format(Locale.ROOT,
				"| what | items, %1$d | items, %2$d | p50 ms, %1$d | p50 ms, %2$d | p95 ms, %1$d | p95 ms, %2$d | ratio of p50 | ratio of p95 |%n",
				SMALL, this.articles));
		this.text.append("|---|---|---|---|---|---|---|---|---|\n");
		answers.forEach((name, both) -> {
			double[] p = { at(both.get(0), 0.5), at(both.get(1), 0.5), at(both.get(0), 0.95), at(both.get(1), 0.95) };
			this.text.append(String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.1f | %.1f | %.1f | %.1f | %.2f | %s%.2f |%n",
					name, items(both.get(0)), items(both.get(1)), p[0], p[1], p[2], p[3], p[1] / p[0],
					(p[3] / p[2] > 1.5) ? "**over** " : "", p[3] / p[2]));
		});
		this.text.append(String.format(Locale.ROOT,
				"%nMemory (RSS) of article-service before and after: %d and %d MiB on %d articles, %d and %d MiB on %d.%n",
				this.before[0], sides.get(0).service().memory(), SMALL, this.before[1], sides.get(1).service().memory(),
				this.articles));
		try (Connection connection = this.services.connect("large"); Statement sql = connection.createStatement()) {
			this.text.append("The large database holds %s.%n%n".formatted(
					ArticleServices.one(sql, "select pg_size_pretty(pg_database_size(current_database()))")));
		}
	}

	private static double items(List<Answer> answers) {
		return answers.stream().mapToInt(Answer::items).average().orElse(0);
	}

	private static double at(List<Answer> answers, double share) {
		List<Double> sorted = answers.stream().map(Answer::millis).sorted().toList();
		return sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * sorted.size())));
	}

	/** PostgreSQL itself writes down the plan of each statement that the service sends. */
	private void plans(Side side) throws Exception {
		this.text.append("## Plans%n%nOf the statements that each kind sends, on %d articles; of a look back in steps the last one.%n".formatted(this.articles));
		try (Connection connection = this.services.connectAsSuperuser(); Statement sql = connection.createStatement()) {
			for (String setting : List.of("session_preload_libraries = 'auto_explain'", "auto_explain.log_min_duration = 0",
					"auto_explain.log_analyze = on", "auto_explain.log_buffers = on",
					"auto_explain.log_nested_statements = on")) {
				sql.execute("alter database " + side.database() + " set " + setting);
			}
		}
		try (ArticleServices.Service watched = this.services.start(side.database(), Map.of())) {
			for (Map.Entry<String, Kind> kind : KINDS.entrySet()) {
				asked(watched, side.sample(), kind.getValue(), new Random(1));
				asked(watched, side.sample(), kind.getValue(), new Random(1));
				long begin = Files.size(log());
				asked(watched, side.sample(), kind.getValue(), new Random(1));
				this.text.append("%n### %s%n%n```%n%s```%n".formatted(kind.getKey(), plansSince(begin)));
			}
		}
	}

	private Path log() {
		return this.services.folder().resolve("postgresql/postgresql.log");
	}

	private String plansSince(long begin) throws IOException {
		byte[] bytes;
		try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
			bytes = new byte[(int) (file.length() - begin)];
			file.seek(begin);
			file.readFully(bytes);
		}
		Map<String, String> plans = new LinkedHashMap<>();
		for (String entry : new String(bytes, StandardCharsets.UTF_8).split("(?m)^(?=\\d{4}-\\d\\d-\\d\\d )")) {
			boolean noise = Stream.of("select 1", "outbox", "pg_advisory", "array[1, 4, 16").anyMatch(entry::contains);
			if (entry.contains("plan:") && !noise) {
				String plan = entry.replaceFirst("^.*?LOG:\\s+", "").replaceAll("(?m)^\\t", "")
					.replaceAll(" \\(cost=[^)]*\\)", "")
					.replaceAll("(?m)^(Query Text: .{0,100}).*\\n(?:(?!\\S.*\\(actual time=).*\\n)*", "$1\n");
				plans.merge(plan.lines().skip(1).findFirst().orElse(""), plan, (one, other) -> other);
			}
		}
		return String.join("", plans.values());
	}

	private static String edition(Sample sample, Random random) {
		return "bench" + (1 + random.nextInt(sample.editions()));
	}

	/** As articles.sql fills them: one of a thousand articles' editions has a full answer, too. */
	private static int editions(int articles) {
		return Math.clamp(articles / 500, 2, 60);
	}

	private static String any(List<String> list, Random random) {
		return list.get(random.nextInt(list.size()));
	}

	private static String search(String words) {
		return "/api/v1/articles?limit=20&q=" + encoded(words);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
