import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A discussion of very many comments beside one of few: what the first page of each takes,
 * and which statements are sent for it.
 */
final class ThreadBenchmark {

	private static final List<String> SORTS = List.of("newest", "oldest", "best");

	private static final int FEW = 30;

	/**
	 * Two of three comments begin a thread, the third answers one of them; in the larger
	 * discussion the best one has a tenth of all comments below it. None says what another
	 * does, and scores are by chance.
	 */
	private static final String FILL = """
			select setseed(0.5);
			create temporary table made as
				select n, uuidv7(at - clock_timestamp()) as id, at, n %% 3 = 0 as answers
				from (select n, now() - interval '7 days' * (%2$d - n + 1)::float / %2$d as at
					from generate_series(1, %2$d) n) dated;
			create unique index on made (n);
			insert into comment (id, article_id, author, name, text, status, created_at, score, revision)
				select id, '%1$s', 'guest-' || n, 'Читатель ' || n,
					'Слово номер ' || n || ': ' || repeat('думаю, что дорогу пора чинить. ', 4), 'published', at,
					case when n = 1 then 1000 else floor(random() * 40) - 10 end, n
				from made where not answers;
			insert into comment (id, article_id, parent_id, root_id, author, name, text, status, created_at, revision)
				select a.id, '%1$s', r.id, r.id, 'guest-' || a.n, 'Читатель ' || a.n,
					'Ответ номер ' || a.n || ': ' || repeat('думаю, что дорогу пора чинить. ', 4), 'published', a.at, a.n
				from made a join made r on r.n = case when %2$d > 1000 and a.n %% 10 = 0 then 1 else a.n - 1 end
				where a.answers;
			update comment set answers = counted.answers
				from (select root_id, count(*) as answers from comment where article_id = '%1$s' and root_id is not null
					group by root_id) counted
				where comment.id = counted.root_id;
			update discussion set comments = %2$d, revision = %2$d where article_id = '%1$s';
			drop table made;
			""";

	private static final String STATEMENTS = """
			select calls || ' ' || regexp_replace(query, '\\s+', ' ', 'g') from pg_stat_statements
			where dbid = (select oid from pg_database where datname = 'comment') and calls >= %d and query like 'select%%'
			order by calls desc, query""";

	private final Platform platform;

	private ThreadBenchmark(Platform platform) {
		this.platform = platform;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new ThreadBenchmark(platform).run(Platform.option(args, "--comments", 33_000),
					Platform.option(args, "--requests", 500));
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/thread.md"), text);
		}
	}

	private String run(int comments, int requests) throws Exception {
		this.platform.up();
		List<String> articles = this.platform.publish("bench", 2);
		Database database = Database.of(this.platform, "comment");
		watch(database);
		Map<String, String> discussions = new LinkedHashMap<>(Map.of());
		discussions.put("few", articles.get(0));
		discussions.put("many", articles.get(1));
		database.sql(FILL.formatted(articles.get(0), FEW));
		database.sql(FILL.formatted(articles.get(1), comments));
		database.sql("vacuum analyze");
		StringBuilder text = new StringBuilder();
		text.append("# A long discussion beside a short one, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		text.append(String.format(Locale.ROOT, """
				%d processors; the first page through the gateway, asked %d times of each in turns, one request at a time, after
				as many to warm up. Of the %d comments every third answers another; %d of these answer the best one.
				Comments are those of the page, answers among them. By `benchmarks/discussion thread`.

				| order | comments, %d | comments, %d | KiB, %d | KiB, %d | p50 ms, %d | p50 ms, %d | p95 ms, %d | p95 ms, %d | ratio of p50 | ratio of p95 |
				|---|---|---|---|---|---|---|---|---|---|---|
				""", Runtime.getRuntime().availableProcessors(), requests, comments, comments / 30, FEW, comments, FEW, comments,
				FEW, comments, FEW, comments));
		for (String sort : SORTS) {
			asked(articles, sort, requests);
		}
		for (String sort : SORTS) {
			text.append(line(sort, asked(articles, sort, requests)));
		}
		text.append("%n## Statements%n%nHow often PostgreSQL was sent each of them for %d pages of the long discussion, seldom ones left out.%n".formatted(requests));
		for (String sort : SORTS) {
			database.sql("select pg_stat_statements_reset()");
			asked(articles.subList(1, 2), sort, requests);
			text.append("%n### %s%n%n```%n%s```%n".formatted(sort, database.sql(STATEMENTS.formatted(requests / 10))));
		}
		return text.toString();
	}

	/** Has PostgreSQL count what it is sent. */
	private void watch(Database database) throws InterruptedException {
		database.sql("alter system set shared_preload_libraries = 'pg_stat_statements'");
		this.platform.rayonka("restart", "postgresql");
		long end = System.nanoTime() + 60_000_000_000L;
		while (!this.platform.ready() && System.nanoTime() < end) {
			Thread.sleep(500);
		}
		database.sql("create extension pg_stat_statements");
	}

	record Answer(double millis, int bytes, int comments) {
	}

	/** The answers of each article, which are asked in turns. */
	private List<List<Answer>> asked(List<String> articles, String sort, int requests) throws Exception {
		List<List<Answer>> answers = new ArrayList<>();
		articles.forEach((_) -> answers.add(new ArrayList<>()));
		for (int i = 0; i < requests; i++) {
			for (int article = 0; article < articles.size(); article++) {
				answers.get(article).add(asked(articles.get(article), sort));
			}
		}
		return answers;
	}

	private Answer asked(String article, String sort) throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("%s/api/v1/articles/%s/comments?sort=%s".formatted(this.platform.url(), article, sort)))
			.build();
		long begun = System.nanoTime();
		HttpResponse<byte[]> answer = Platform.HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
		double millis = (System.nanoTime() - begun) / 1e6;
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(request.uri() + ": " + answer.statusCode());
		}
		int comments = (int) Pattern.compile("\"parentId\":").matcher(new String(answer.body())).results().count();
		return new Answer(millis, answer.body().length, comments);
	}

	private static String line(String sort, List<List<Answer>> answers) {
		List<Answer> few = answers.getFirst();
		List<Answer> many = answers.getLast();
		return String.format(Locale.ROOT, "| %s | %d | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.2f |%n", sort,
				few.getFirst().comments(), many.getFirst().comments(), few.getFirst().bytes() / 1024.0,
				many.getFirst().bytes() / 1024.0, at(few, 0.5), at(many, 0.5), at(few, 0.95), at(many, 0.95),
				at(many, 0.5) / at(few, 0.5), at(many, 0.95) / at(few, 0.95));
	}

	private static double at(List<Answer> answers, double share) {
		List<Double> sorted = new ArrayList<>(answers.stream().map(Answer::millis).toList());
		Collections.sort(sorted);
		return sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * sorted.size())));
	}

}
