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
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The whole of Rayonka in a folder of its own: what every measurement of it stands on.
 */
final class Platform implements AutoCloseable {

	static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final String EDITION = """
			{"name":"Проба","region":"Пробный район","founder":"Учредитель","editorInChief":"Редактор",
			"address":"ул. Первая, 1","phone":"+7 (000) 000-00-00","email":"bench@example.org",
			"registration":"ПИ № ТУ00-00000","ageMark":"12+","timeZone":"Asia/Barnaul","colour":"#8a1c1c",
			"premoderation":"nobody","rubrics":[{"slug":"society","name":"Общество"}]}""";

	private final Path root;

	private final Path folder;

	private final int port = freePort();

	Platform(Path root) throws IOException {
		this.root = root;
		this.folder = Files.createTempDirectory("rayonka-benchmark");
		// also when somebody stops a run half-way
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	Path folder() {
		return this.folder;
	}

	/** Where its data are. */
	Path data() {
		return this.folder.resolve("data");
	}

	String url() {
		return "http://localhost:" + this.port;
	}

	int port() {
		return this.port;
	}

	/** Starts it with the demo content and without limits, and returns when it is ready. */
	void up() {
		rayonka("up", "--no-limits", "--detach", "--port", Integer.toString(this.port));
	}

	void down() {
		rayonka("down");
	}

	String status() {
		return rayonka("status", "--json");
	}

	boolean ready() {
		return status().matches("(?s).*\"ready\"\\s*:\\s*true.*");
	}

	/** What the processes are called, and their numbers. */
	Map<String, Long> processes() {
		Map<String, Long> pids = new LinkedHashMap<>();
		Matcher process = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"pid\"\\s*:\\s*(\\d+)")
			.matcher(status());
		while (process.find()) {
			pids.put(process.group(1), Long.valueOf(process.group(2)));
		}
		return pids;
	}

	/** A field of a process's entry in the status. */
	String of(String process, String field) {
		String entry = find(status(), "\\{([^{}]*\"name\"\\s*:\\s*\"" + process + "\"[^{}]*)\\}");
		return find(entry, "\"" + field + "\"\\s*:\\s*\"?([^\",}]*)");
	}

	String rayonka(String... arguments) {
		return call(command(arguments), 0);
	}

	/** Runs a command whatever its exit code is, and gives what it printed. */
	String tried(String... arguments) {
		return call(command(arguments), null);
	}

	/** Counts the log again, compares every number and list, and gives what came of it. */
	String verified() {
		return tried("recount", "--verify").lines().reduce("", (before, line) -> line) + "\n";
	}

	private List<String> command(String... arguments) {
		List<String> command = new ArrayList<>(List.of(this.root.resolve("rayonka").toString()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("--data", data().toString()));
		return command;
	}

	/** Runs a program until it ends. */
	static String call(List<String> command) {
		return call(command, 0);
	}

	private static String call(List<String> command, Integer expected) {
		try {
			Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int code = process.waitFor();
			if (expected != null && code != expected) {
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

	/** Publishes articles of an edition, which is made for them. */
	List<String> publish(String edition, int count) throws Exception {
		String status = status();
		String token = token(text(status, "id", "newsroom"), text(status, "secret", "newsroom"));
		send("PUT", url() + "/api/v1/newsroom/editions/" + edition, token, EDITION);
		try (var workers = Executors.newFixedThreadPool(4)) {
			List<Callable<String>> jobs = IntStream.range(0, count)
				.<Callable<String>>mapToObj((number) -> () -> publish(edition, token, number))
				.toList();
			List<String> ids = new ArrayList<>();
			for (var job : workers.invokeAll(jobs)) {
				ids.add(job.get());
			}
			return ids;
		}
	}

	private String publish(String edition, String token, int number) throws Exception {
		String body = IntStream.range(0, 12)
			.mapToObj((line) -> "<p>Абзац %d: %s</p>".formatted(line, "слово районной газеты ".repeat(20)))
			.collect(Collectors.joining());
		HttpResponse<String> made = send("POST", url() + "/api/v1/newsroom/articles", token, """
				{"edition":"%s","rubric":"society","headline":"Новость номер %d","standfirst":"Коротко о главном",
				"body":"%s","byline":"Автор","ageMark":"6+","tags":["проба"]}""".formatted(edition, number, body));
		String id = text(made.body(), "id");
		HttpRequest publish = HttpRequest.newBuilder(URI.create(url() + "/api/v1/newsroom/articles/" + id + "/publish"))
			.header("Authorization", "Bearer " + token)
			.header("If-Match", made.headers().firstValue("ETag").orElseThrow())
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		expect(HTTP.send(publish, HttpResponse.BodyHandlers.ofString()));
		return id;
	}

	private String token(String id, String secret) throws Exception {
		String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/oauth2/token"))
			.header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers
				.ofString("grant_type=client_credentials&scope=" + URLEncoder.encode("newsroom", StandardCharsets.UTF_8)))
			.build();
		return text(expect(HTTP.send(request, HttpResponse.BodyHandlers.ofString())).body(), "access_token");
	}

	private static HttpResponse<String> send(String method, String url, String token, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		return expect(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
	}

	static String get(String url) throws Exception {
		return expect(HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString()))
			.body();
	}

	private static HttpResponse<String> expect(HttpResponse<String> response) {
		if (response.statusCode() / 100 != 2) {
			throw new IllegalStateException(
					response.request().uri() + ": " + response.statusCode() + " " + response.body());
		}
		return response;
	}

	/** The numbers of articles, by id. */
	Map<String, Numbers> counts(List<String> articles) throws Exception {
		Map<String, Numbers> all = new HashMap<>();
		for (int from = 0; from < articles.size(); from += 100) {
			List<String> some = articles.subList(from, Math.min(articles.size(), from + 100));
			String items = get(url() + "/api/v1/counts?ids=" + String.join(",", some));
			for (String article : some) {
				Matcher item = Pattern.compile("\"" + article + "\":\\{([^}]*)\\}").matcher(items);
				all.put(article, item.find() ? new Numbers(number(item.group(1), "views"), number(item.group(1), "likes"))
						: new Numbers(0, 0));
			}
		}
		return all;
	}

	private static long number(String item, String field) {
		Matcher matcher = Pattern.compile("\"" + field + "\":(\\d+)").matcher(item);
		return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
	}

	/** What readers are shown of an article. */
	record Numbers(long views, long likes) {
	}

	/** CPU of processes and all their children until now, in milliseconds (100 ticks a second). */
	static long cpuMillis(Iterable<Long> pids) {
		return family(pids).mapToLong(Platform::ticks).sum() * 10;
	}

	private static long ticks(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			// its own, and that of children that have ended
			return IntStream.rangeClosed(11, 14).mapToLong((field) -> Long.parseLong(fields[field])).sum();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/** Memory of a process and all its children that is theirs, in KiB. */
	static long pssKib(long pid) {
		return family(List.of(pid)).mapToLong((process) -> {
			try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/smaps_rollup"))) {
				return lines.filter((line) -> line.startsWith("Pss:"))
					.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D+", "")))
					.sum();
			}
			catch (IOException ex) {
				return 0;
			}
		}).sum();
	}

	/** Processes and all their children. */
	static Stream<Long> family(Iterable<Long> pids) {
		List<Long> all = new ArrayList<>();
		for (long pid : pids) {
			ProcessHandle.of(pid)
				.ifPresent((process) -> Stream.concat(Stream.of(process), process.descendants())
					.map(ProcessHandle::pid)
					.forEach(all::add));
		}
		return all.stream().distinct();
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String text(String json, String field) {
		return find(json, "\"" + field + "\"\\s*:\\s*\"([^\"]*)\"");
	}

	/** The field of the first object in the list of clients that has the given scope. */
	private static String text(String status, String field, String scope) {
		return text(find(status, "(\\{[^{}]*\"scopes\"[^{}]*\"" + scope + "\"[^{}]*\\})"), field);
	}

	static String find(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		if (!matcher.find()) {
			throw new IllegalStateException("No " + pattern + " in:\n" + text);
		}
		return matcher.group(1);
	}

	static int option(String[] args, String name, int otherwise) {
		int at = List.of(args).indexOf(name);
		return (at < 0) ? otherwise : Integer.parseInt(args[at + 1]);
	}

	@Override
	public synchronized void close() {
		if (!Files.exists(this.folder)) {
			return;
		}
		tried("down");
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
