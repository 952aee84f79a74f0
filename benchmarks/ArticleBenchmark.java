import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.rayonka.infrastructure.LocalInfrastructure;
import org.rayonka.infrastructure.ServerKind;

/**
 * Asks two article-services the same in turns: one has a thousand articles, the other a
 * million. What counts is the ratio of their times, which holds on other machines too;
 * and the plans by which PostgreSQL answered, which are written down.
 */
public final class ArticleBenchmark {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final int SMALL = 1000;

	private static final int CHUNK = 50_000;

	private static final int REQUESTS = 12;

	private final Path root;

	private final Path folder;

	private final int articles;

	private final int rounds;

	private final StringBuilder text = new StringBuilder();

	private ArticleBenchmark(Path root, Path folder, int articles, int rounds) {
		this.root = root;
		this.folder = folder;
		this.articles = articles;
		this.rounds = rounds;
	}

	/** A service with its database. */
	record Side(String database, int articles, int port, Process process, Sample sample) {

		String url(String path) {
			return "http://127.0.0.1:" + this.port + path;
		}

	}

	/** Articles to ask for. */
	record Sample(List<String> ids, List<String> paths, String middle, String change) {
	}

	/** A kind of request. */
	interface Kind {

		String path(Sample sample, Random random);

	}

	private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

	static {
		KINDS.put("list", (sample, random) -> "/api/v1/articles?limit=20");
		KINDS.put("list of an edition's rubric",
				(sample, random) -> "/api/v1/articles?edition=" + edition(random) + "&rubric=sport");
		KINDS.put("list of a tag", (sample, random) -> "/api/v1/articles?tag=" + encoded("тема " + random.nextInt(20)));
		KINDS.put("deep page", (sample, random) -> "/api/v1/articles?limit=20&cursor=" + sample.middle());
		KINDS.put("article by id, with related", (sample, random) -> "/api/v1/articles/" + any(sample.ids(), random));
		KINDS.put("article by path, with related",
				(sample, random) -> "/api/v1/pages?path=" + encoded(any(sample.paths(), random)));
		KINDS.put("search, frequent word", (sample, random) -> search("район"));
		KINDS.put("search, frequent word in an edition",
				(sample, random) -> search("район") + "&edition=" + edition(random));
		KINDS.put("search, frequent word in a year",
				(sample, random) -> search("район") + "&from=2020-01-01&to=2020-12-31");
		KINDS.put("search, word of some", (sample, random) -> search("паводок"));
		KINDS.put("search, rare word", (sample, random) -> search("брандмейстер"));
		KINDS.put("search, two words", (sample, random) -> search("район паводок"));
		KINDS.put("search, beginning of a word", (sample, random) -> search("паво"));
		KINDS.put("search, beginning of very many words", (sample, random) -> search("хле"));
		KINDS.put("search, typing error", (sample, random) -> search("брандмейстир"));
		KINDS.put("change log", (sample, random) -> "/api/v1/changes?limit=20&after=" + sample.change());
	}

	public static void main(String[] args) throws Exception {
		Path folder = Path.of(option(args, "--folder", Files.createTempDirectory("rayonka-articles").toString()));
		ArticleBenchmark benchmark = new ArticleBenchmark(Path.of(args[0]).toRealPath(), folder.toAbsolutePath(),
				Integer.parseInt(option(args, "--articles", "1000000")), Integer.parseInt(option(args, "--rounds", "12")));
		try {
			benchmark.run();
		}
		finally {
			delete(folder);
		}
	}

	private void run() throws Exception {
		try (LocalInfrastructure servers = LocalInfrastructure.in(this.folder)) {
			servers.start(Set.of(ServerKind.POSTGRESQL, ServerKind.KAFKA));
			List<Side> sides = List.of(side(servers, "small", SMALL), side(servers, "large", this.articles));
			try {
				Map<String, List<List<Double>>> times = measure(sides);
				long[] after = sides.stream().mapToLong((side) -> memory(side.process())).toArray();
				report(times, servers, after);
				plans(servers, sides.getLast());
			}
			finally {
				sides.forEach((side) -> stop(side.process()));
			}
		}
		Path file = this.root.resolve("benchmarks/results/articles.md");
		Files.createDirectories(file.getParent());
		Files.writeString(file, this.text);
		System.out.print(this.text.substring(0, this.text.indexOf("## Plans")));
	}

	private Side side(LocalInfrastructure servers, String database, int count) throws Exception {
		servers.postgres().ensureDatabase(database, database, "benchmark");
		Process first = service(servers, database, port());
		stop(first);
		long begun = System.nanoTime();
		fill(servers, database, count);
		System.err.printf(Locale.ROOT, "%s: %d articles in %.0f s%n", database, count, (System.nanoTime() - begun) / 1e9);
		int port = port();
		return new Side(database, count, port, service(servers, database, port), sample(servers, database));
	}

	/** Returns when it is ready. */
	private Process service(LocalInfrastructure servers, String database, int port) throws Exception {
		String address = "postgresql://127.0.0.1:" + servers.postgres().port() + "/" + database;
		Path jar = jar();
		ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
				"-XX:+UseSerialGC", "-Xms24m", "-Xmx256m", "-jar", jar.toString());
		builder.environment()
			.putAll(Map.of("SERVER_PORT", Integer.toString(port), "SPRING_R2DBC_URL", "r2dbc:" + address,
					"SPRING_R2DBC_USERNAME", database, "SPRING_R2DBC_PASSWORD", "benchmark", "SPRING_FLYWAY_URL",
					"jdbc:" + address, "SPRING_FLYWAY_USER", database, "SPRING_FLYWAY_PASSWORD", "benchmark",
					"SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + servers.kafka().port(), "RAYONKA_MEDIA_FOLDER",
					this.folder.resolve("media").toString()));
		Process process = builder.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve(database + ".log").toFile()))
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		Instant end = Instant.now().plus(Duration.ofMinutes(4));
		while (!ready(port)) {
			if (!process.isAlive() || Instant.now().isAfter(end)) {
				stop(process);
				throw new IllegalStateException("article-service does not start:\n"
						+ Files.readString(this.folder.resolve(database + ".log")));
			}
			process.waitFor(200, TimeUnit.MILLISECONDS);
		}
		return process;
	}

	/** A copy, so that a build meanwhile does no harm. */
	private Path jar() throws IOException {
		Path copy = this.folder.resolve("article-service.jar");
		if (Files.notExists(copy)) {
			try (Stream<Path> built = Files.list(this.root.resolve("article-service/target"))) {
				Files.copy(built.filter((file) -> file.getFileName().toString().matches("article-service-[\\w.-]+\\.jar"))
					.findFirst()
					.orElseThrow(), copy);
			}
		}
		return copy;
	}

	private static boolean ready(int port) throws InterruptedException {
		try {
			return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
				.build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Connection connect(LocalInfrastructure servers, String database) throws Exception {
		return DriverManager.getConnection(servers.postgres().jdbcUrl(database) + "?sslmode=disable", database, "benchmark");
	}

	/** Those that are not of a constraint: made after the rows, they take a tenth of the time. */
	private static final String INDEXES = """
			select string_agg(indexdef, E'\\n') from pg_indexes where schemaname = 'public'
			and tablename in ('article', 'article_tag', 'article_search', 'change')
			and indexname not in (select conname from pg_constraint)""";

	private void fill(LocalInfrastructure servers, String database, int count) throws Exception {
		try (Connection connection = connect(servers, database); Statement sql = connection.createStatement()) {
			List<String> indexes = List.of(one(sql, INDEXES).split("\n"));
			sql.execute(Files.readString(this.root.resolve("benchmarks/articles.sql")));
			sql.execute("set maintenance_work_mem = '512MB'; " + one(sql, INDEXES.replace("indexdef", "'drop index ' || indexname || ';'")));
			for (int first = 1; first <= count; first += CHUNK) {
				sql.execute("call pg_temp.bench_fill(%d, %d, %d)".formatted(first, Math.min(count, first + CHUNK - 1), count));
				System.err.printf("%s: %d%n", database, Math.min(count, first + CHUNK - 1));
			}
			sql.execute("call pg_temp.bench_words()");
			for (String index : indexes) {
				sql.execute(index);
			}
			sql.execute("vacuum analyze");
		}
	}

	private static Sample sample(LocalInfrastructure servers, String database) throws Exception {
		try (Connection connection = connect(servers, database); Statement sql = connection.createStatement()) {
			List<String> ids = new ArrayList<>();
			List<String> paths = new ArrayList<>();
			try (ResultSet rows = sql.executeQuery("select id, path from article order by md5(slug) limit 500")) {
				while (rows.next()) {
					ids.add(rows.getString(1));
					paths.add(rows.getString(2));
				}
			}
			String middle = one(sql, """
					select floor(extract(epoch from published_at) * 1000000)::bigint || '~' || id from article
					order by published_at desc offset (select count(*) / 2 from article) limit 1""");
			return new Sample(ids, paths, cursor("newest~" + middle),
					cursor("changes~" + one(sql, "select max(position) / 2 from change")));
		}
	}

	private static String one(Statement sql, String query) throws Exception {
		try (ResultSet rows = sql.executeQuery(query)) {
			rows.next();
			return rows.getString(1);
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

	private Map<String, List<List<Double>>> measure(List<Side> sides) throws Exception {
		Map<String, List<List<Double>>> times = new LinkedHashMap<>();
		KINDS.keySet().forEach((name) -> times.put(name, List.of(new ArrayList<>(), new ArrayList<>())));
		for (int round = -2; round < this.rounds; round++) {
			Random random = new Random(round);
			for (Map.Entry<String, Kind> kind : KINDS.entrySet()) {
				for (int request = 0; request < REQUESTS; request++) {
					for (int side = 0; side < sides.size(); side++) {
						double millis = timed(sides.get(side), kind.getValue(), random);
						if (round >= 0) {
							times.get(kind.getKey()).get(side).add(millis);
						}
					}
				}
			}
			if (round == -1) {
				head(sides);
			}
			System.err.println("round " + round);
		}
		return times;
	}

	private void head(List<Side> sides) {
		this.text.append("# Articles, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		this.text.append("""
				%d processors; article-service (`-Xmx256m`) on %d and on %d articles in one PostgreSQL with the platform's
				own settings (48 MB of shared buffers); each kind asked %d times of both in turns, one request at a time,
				after two rounds to warm up. By `benchmarks/articles`.

				""".formatted(Runtime.getRuntime().availableProcessors(), SMALL, this.articles, this.rounds * REQUESTS));
		this.before = sides.stream().mapToLong((side) -> memory(side.process())).toArray();
	}

	private long[] before = new long[2];

	private static double timed(Side side, Kind kind, Random random) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(side.url(kind.path(side.sample(), random)))).build();
		long begun = System.nanoTime();
		HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
		double millis = (System.nanoTime() - begun) / 1e6;
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
		}
		return millis;
	}

	private void report(Map<String, List<List<Double>>> times, LocalInfrastructure servers, long[] after) throws Exception {
		this.text.append("| what | p50 ms, %d | p50 ms, %d | p95 ms, %d | p95 ms, %d | ratio of p50 | ratio of p95 |%n"
			.formatted(SMALL, this.articles, SMALL, this.articles));
		this.text.append("|---|---|---|---|---|---|---|\n");
		times.forEach((name, sides) -> {
			double[] p = { at(sides.get(0), 0.5), at(sides.get(1), 0.5), at(sides.get(0), 0.95), at(sides.get(1), 0.95) };
			this.text.append(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f | %.2f | %s%.2f |%n", name, p[0],
					p[1], p[2], p[3], p[1] / p[0], (p[3] / p[2] > 1.5) ? "**over** " : "", p[3] / p[2]));
		});
		this.text.append(String.format(Locale.ROOT,
				"%nMemory (RSS) of article-service before and after: %d and %d MiB on %d articles, %d and %d MiB on %d.%n",
				this.before[0], after[0], SMALL, this.before[1], after[1], this.articles));
		try (Connection connection = connect(servers, "large"); Statement sql = connection.createStatement()) {
			this.text.append("The large database holds %s.%n%n".formatted(
					one(sql, "select pg_size_pretty(pg_database_size(current_database()))")));
		}
	}

	private static double at(List<Double> times, double share) {
		List<Double> sorted = times.stream().sorted().toList();
		return sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * sorted.size())));
	}

	/** PostgreSQL itself writes down the plan of each statement that the service sends. */
	private void plans(LocalInfrastructure servers, Side side) throws Exception {
		this.text.append("## Plans%n%nOf the statements that each kind sends, on %d articles; of a look back in steps the last one.%n".formatted(this.articles));
		String password = Files.readString(this.folder.resolve("postgresql/superuser-password")).strip();
		try (Connection connection = DriverManager.getConnection(servers.postgres().jdbcUrl("postgres") + "?sslmode=disable",
				"postgres", password); Statement sql = connection.createStatement()) {
			for (String setting : List.of("session_preload_libraries = 'auto_explain'", "auto_explain.log_min_duration = 0",
					"auto_explain.log_analyze = on", "auto_explain.log_buffers = on",
					"auto_explain.log_nested_statements = on")) {
				sql.execute("alter database " + side.database() + " set " + setting);
			}
		}
		int port = port();
		Process process = service(servers, side.database(), port);
		try {
			Side watched = new Side(side.database(), side.articles(), port, process, side.sample());
			for (Map.Entry<String, Kind> kind : KINDS.entrySet()) {
				timed(watched, kind.getValue(), new Random(1));
				timed(watched, kind.getValue(), new Random(1));
				long begin = Files.size(log());
				timed(watched, kind.getValue(), new Random(1));
				this.text.append("%n### %s%n%n```%n%s```%n".formatted(kind.getKey(), plansSince(begin)));
			}
		}
		finally {
			stop(process);
		}
	}

	private Path log() {
		return this.folder.resolve("postgresql/postgresql.log");
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

	private static long memory(Process process) {
		try {
			return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
				.sum();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static void stop(Process process) {
		process.destroy();
		try {
			if (!process.waitFor(20, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private static int port() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static String edition(Random random) {
		return "bench" + (1 + random.nextInt(60));
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

	private static String option(String[] args, String name, String otherwise) {
		int at = List.of(args).indexOf(name);
		return (at < 0) ? otherwise : args[at + 1];
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(java.util.Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
	}

}
