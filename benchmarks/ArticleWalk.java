import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Walks through a list of a hundred thousand articles by its cursors while a newsroom
 * publishes, corrects and withdraws a thousand, and says what was missed or came twice.
 */
public final class ArticleWalk {

	private static final int EDITORS = 4;

	private static final Pattern ITEM = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\",");

	private static final Pattern NEXT = Pattern.compile("\"next\":\"([\\w-]+)\"");

	private final ArticleServices services;

	private final int articles;

	private final int changes;

	private final String token;

	private ArticleServices.Service service;

	private ArticleWalk(ArticleServices services, int articles, int changes, String token) {
		this.services = services;
		this.articles = articles;
		this.changes = changes;
		this.token = token;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		int articles = Integer.parseInt(ArticleServices.option(args, "--articles", "100000"));
		int changes = Integer.parseInt(ArticleServices.option(args, "--changes", "1000"));
		try (Issuer issuer = new Issuer(); ArticleServices services = new ArticleServices(root, new String[0])) {
			String text = new ArticleWalk(services, articles, changes, issuer.token()).run(issuer.settings());
			Files.writeString(root.resolve("benchmarks/results/walk.md"), text);
			System.out.print(text);
		}
	}

	private String run(Map<String, String> settings) throws Exception {
		this.services.fill("walk", this.articles);
		Map<String, String> lists = new LinkedHashMap<>();
		lists.put("all, newest first", "/api/v1/articles?limit=100");
		lists.put("search for a word that every third has, best first",
				"/api/v1/articles?limit=100&q=" + URLEncoder.encode("район", StandardCharsets.UTF_8));
		StringBuilder text = new StringBuilder("""
				# A walk while a newsroom works, %s

				%d processors; a list of %d articles is walked through by cursor, a hundred at a time, while %d editors at once
				publish (a third of them with a date of the years before), correct and withdraw %d. Missed is what was in
				the list all the time and was not seen. By `benchmarks/articles walk`.

				| list | pages | seconds | in the list | published | corrected | withdrawn | seen | missed | twice | p95 ms of a page |
				|---|---|---|---|---|---|---|---|---|---|---|
				""".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), Runtime.getRuntime().availableProcessors(),
				this.articles, EDITORS, this.changes));
		try (ArticleServices.Service started = this.services.start("walk", settings)) {
			this.service = started;
			for (Map.Entry<String, String> list : lists.entrySet()) {
				text.append(walked(list.getKey(), list.getValue()));
			}
		}
		return text.toString();
	}

	private String walked(String name, String path) throws Exception {
		Set<String> inList = new HashSet<>(path.contains("q=") ? ids("article_search where words @@ to_tsquery('russian', 'район')")
				: ids("article_search"));
		List<String> shuffled = new ArrayList<>(inList);
		Collections.sort(shuffled);
		Collections.shuffle(shuffled, new Random(1));
		Newsroom newsroom = new Newsroom(shuffled);
		List<String> seen = new ArrayList<>();
		List<Double> times = new ArrayList<>();
		List<Future<?>> jobs = new ArrayList<>();
		int pages = inList.size() / 100 + 1;
		long begun = System.nanoTime();
		try (ExecutorService editors = Executors.newFixedThreadPool(EDITORS)) {
			String cursor = "";
			while (cursor != null) {
				// all changes are given out before nine tenths of the way
				int due = Math.min(this.changes, (int) (this.changes * (times.size() + 1) / (pages * 0.9)) + 1);
				while (jobs.size() < due) {
					int number = jobs.size();
					jobs.add(editors.submit(() -> newsroom.change(number)));
				}
				cursor = page(path + "&cursor=" + cursor, seen, times);
			}
			for (Future<?> job : jobs) {
				job.get();
			}
		}
		double seconds = (System.nanoTime() - begun) / 1e9;
		Set<String> once = new HashSet<>(seen);
		Set<String> missed = new HashSet<>(inList);
		missed.removeAll(newsroom.withdrawn);
		missed.removeAll(once);
		times.sort(null);
		return String.format(Locale.ROOT, "| %s | %d | %.0f | %d | %d | %d | %d | %d | %d | %d | %.1f |%n", name, times.size(),
				seconds, inList.size(), newsroom.published.size(), newsroom.corrected.size(), newsroom.withdrawn.size(),
				once.size(), missed.size(), seen.size() - once.size(), times.get((int) (times.size() * 0.95)));
	}

	private List<String> ids(String from) throws Exception {
		List<String> ids = new ArrayList<>();
		try (Connection connection = this.services.connect("walk"); Statement sql = connection.createStatement();
				ResultSet rows = sql.executeQuery("select article_id from " + from)) {
			while (rows.next()) {
				ids.add(rows.getString(1));
			}
		}
		return ids;
	}

	private String page(String path, List<String> seen, List<Double> times) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.service.url(path))).build();
		long begun = System.nanoTime();
		HttpResponse<String> answer = ArticleServices.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
		times.add((System.nanoTime() - begun) / 1e6);
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
		}
		ITEM.matcher(answer.body()).results().forEach((item) -> seen.add(item.group(1)));
		Matcher next = NEXT.matcher(answer.body());
		return next.find() ? next.group(1) : null;
	}

	/**
	 * Publishes, corrects and withdraws in turns, here and there in the list.
	 */
	private final class Newsroom {

		private final List<String> articles;

		private final Set<String> published = ConcurrentHashMap.newKeySet();

		private final Set<String> corrected = ConcurrentHashMap.newKeySet();

		private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();

		Newsroom(List<String> articles) {
			this.articles = articles;
		}

		Void change(int number) throws Exception {
			switch (number % 3) {
				case 0 -> this.published.add(publish(number));
				case 1 -> this.corrected.add(step(this.articles.get(number), "correct",
						"{\"byline\":\"Автор уточнённый\",\"note\":\"Уточнение\"}"));
				default -> this.withdrawn.add(step(this.articles.get(number), "withdraw", "{\"note\":\"Ошибка\"}"));
			}
			return null;
		}

		private String publish(int number) throws Exception {
			HttpResponse<String> draft = ask("POST", "/api/v1/newsroom/articles", null, """
					{"edition":"bench%d","rubric":"society","headline":"Новость района %d","standfirst":"Район сегодня",
					"body":"<p>Район живёт.</p>","byline":"Автор","ageMark":"12+","tags":["район"]}"""
				.formatted(1 + number % 60, number), 201);
			Matcher id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(draft.body());
			if (!id.find()) {
				throw new IllegalStateException(draft.body());
			}
			String date = (number % 9 == 0)
					? "{\"publishedAt\":\"%s\"}".formatted(Instant.now().minus(1 + 3 * number, ChronoUnit.DAYS)) : "{}";
			ask("POST", "/api/v1/newsroom/articles/" + id.group(1) + "/publish", draft.headers().firstValue("ETag").orElseThrow(),
					date, 200);
			return id.group(1);
		}

		private String step(String id, String step, String form) throws Exception {
			String path = "/api/v1/newsroom/articles/" + id;
			String tag = ask("GET", path, null, null, 200).headers().firstValue("ETag").orElseThrow();
			ask("POST", path + "/" + step, tag, form, 200);
			return id;
		}

		private HttpResponse<String> ask(String method, String path, String tag, String form, int status) throws Exception {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ArticleWalk.this.service.url(path)))
				.header("Authorization", "Bearer " + ArticleWalk.this.token)
				.header("Content-Type", "application/json")
				.method(method, (form != null) ? HttpRequest.BodyPublishers.ofString(form)
						: HttpRequest.BodyPublishers.noBody());
			Stream.ofNullable(tag).forEach((value) -> request.header("If-Match", value));
			HttpResponse<String> answer = ArticleServices.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != status) {
				throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
			}
			return answer;
		}

	}

}
