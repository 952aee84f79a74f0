import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.rayonka.infrastructure.LocalInfrastructure;
import org.rayonka.infrastructure.ServerKind;

/**
 * Processes of article-service on servers of their own, with databases of generated
 * articles: what every measurement of it stands on.
 */
final class ArticleServices implements AutoCloseable {

	static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final String PASSWORD = "benchmark";

	private static final String JAR = "article-service.jar";

	private static final int CHUNK = 50_000;

	/** Those that are not of a constraint: made after the rows, they take a tenth of the time. */
	private static final String INDEXES = """
			select string_agg(indexdef, E'\\n') from pg_indexes where schemaname = 'public'
			and tablename in ('article', 'article_placement', 'article_tag', 'article_search', 'change', 'change_place')
			and indexname not in (select conname from pg_constraint)""";

	private final Path root;

	private final Path folder;

	private final boolean kept;

	private final LocalInfrastructure servers;

	ArticleServices(Path root, String[] args) throws Exception {
		String named = option(args, "--folder", "");
		this.kept = !named.isEmpty();
		this.root = root;
		this.folder = this.kept ? Files.createDirectories(Path.of(named)).toRealPath()
				: Files.createTempDirectory("rayonka-articles");
		Files.deleteIfExists(this.folder.resolve(JAR));
		this.servers = LocalInfrastructure.in(this.folder);
		// also when somebody stops a run half-way
		Runtime.getRuntime().addShutdownHook(new Thread(this.servers::stop));
		this.servers.start(Set.of(ServerKind.POSTGRESQL, ServerKind.KAFKA));
	}

	Path folder() {
		return this.folder;
	}

	/** A process that is ready, and where it listens. */
	record Service(Process process, int port) implements AutoCloseable {

		String url(String path) {
			return "http://127.0.0.1:" + this.port + path;
		}

		/** Resident, in MiB. */
		long memory() {
			try (Stream<String> lines = Files.lines(Path.of("/proc/" + this.process.pid() + "/status"))) {
				return lines.filter((line) -> line.startsWith("VmRSS:"))
					.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
					.sum();
			}
			catch (IOException ex) {
				return 0;
			}
		}

		@Override
		public void close() {
			this.process.destroy();
			try {
				if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
					this.process.destroyForcibly();
				}
			}
			catch (InterruptedException ex) {
				this.process.destroyForcibly();
				Thread.currentThread().interrupt();
			}
		}

	}

	/** Makes a database with the service's own migrations and fills it, unless it is full. */
	void fill(String database, int count) throws Exception {
		if (this.kept && filled(database, count)) {
			return;
		}
		this.servers.postgres().ensureDatabase(database, database, PASSWORD);
		start(database, Map.of()).close();
		long begun = System.nanoTime();
		try (Connection connection = connect(database); Statement sql = connection.createStatement()) {
			fill(sql, database, count);
		}
		System.err.printf(Locale.ROOT, "%s: %d articles in %.0f s%n", database, count, (System.nanoTime() - begun) / 1e9);
	}

	private boolean filled(String database, int count) {
		try (Connection connection = connect(database); Statement sql = connection.createStatement()) {
			return one(sql, "select count(*) from article").equals(Integer.toString(count));
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private void fill(Statement sql, String database, int count) throws Exception {
		List<String> indexes = List.of(one(sql, INDEXES).split("\n"));
		sql.execute(Files.readString(this.root.resolve("benchmarks/articles.sql")));
		sql.execute("set maintenance_work_mem = '512MB'; "
				+ one(sql, INDEXES.replace("indexdef", "'drop index ' || indexname || ';'")));
		for (int first = 1; first <= count; first += CHUNK) {
			int last = Math.min(count, first + CHUNK - 1);
			sql.execute("call pg_temp.bench_fill(%d, %d, %d)".formatted(first, last, count));
			System.err.printf("%s: %d%n", database, last);
		}
		sql.execute("call pg_temp.bench_words()");
		for (String index : indexes) {
			sql.execute(index);
		}
		sql.execute("vacuum analyze");
	}

	/** Starts a service on a database and waits until it is ready. */
	Service start(String database, Map<String, String> settings) throws Exception {
		int port = port();
		String address = "postgresql://127.0.0.1:" + this.servers.postgres().port() + "/" + database;
		ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
				"-XX:+UseSerialGC", "-Xms24m", "-Xmx256m", "-jar", jar().toString());
		builder.environment()
			.putAll(Map.of("SERVER_PORT", Integer.toString(port), "SPRING_R2DBC_URL", "r2dbc:" + address,
					"SPRING_R2DBC_USERNAME", database, "SPRING_R2DBC_PASSWORD", PASSWORD, "SPRING_FLYWAY_URL",
					"jdbc:" + address, "SPRING_FLYWAY_USER", database, "SPRING_FLYWAY_PASSWORD", PASSWORD,
					"SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + this.servers.kafka().port(), "RAYONKA_MEDIA_FOLDER",
					this.folder.resolve("media").toString()));
		builder.environment().putAll(settings);
		Path log = this.folder.resolve(database + ".log");
		Process process = builder.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		Service service = new Service(process, port);
		Instant end = Instant.now().plus(Duration.ofMinutes(4));
		while (!ready(service)) {
			if (!process.isAlive() || Instant.now().isAfter(end)) {
				service.close();
				throw new IllegalStateException("article-service does not start:\n" + Files.readString(log));
			}
			process.waitFor(200, TimeUnit.MILLISECONDS);
		}
		return service;
	}

	private static boolean ready(Service service) throws InterruptedException {
		try {
			return HTTP.send(HttpRequest.newBuilder(URI.create(service.url("/actuator/health/readiness"))).build(),
					HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** A copy, so that a build meanwhile does no harm. */
	private Path jar() throws IOException {
		Path copy = this.folder.resolve(JAR);
		if (Files.notExists(copy)) {
			try (Stream<Path> built = Files.list(this.root.resolve("article-service/target"))) {
				Files.copy(built.filter((file) -> file.getFileName().toString().matches("article-service-[\\w.-]+\\.jar"))
					.findFirst()
					.orElseThrow(), copy);
			}
		}
		return copy;
	}

	Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(url(database), database, PASSWORD);
	}

	Connection connectAsSuperuser() throws Exception {
		String password = Files.readString(this.folder.resolve("postgresql/superuser-password")).strip();
		return DriverManager.getConnection(url("postgres"), "postgres", password);
	}

	private String url(String database) {
		return this.servers.postgres().jdbcUrl(database) + "?sslmode=disable";
	}

	static String one(Statement sql, String query) throws SQLException {
		try (ResultSet rows = sql.executeQuery(query)) {
			rows.next();
			return rows.getString(1);
		}
	}

	private static int port() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	static String option(String[] args, String name, String otherwise) {
		int at = List.of(args).indexOf(name);
		return (at < 0) ? otherwise : args[at + 1];
	}

	/** A folder that was named is kept, for the next time. */
	@Override
	public void close() throws Exception {
		this.servers.close();
		if (this.kept) {
			return;
		}
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
	}

}
