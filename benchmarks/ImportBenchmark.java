import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes generated old sites over into article-service alone, with a heap of 256 MiB: how
 * long it takes, what it needs, and that the second time changes nothing. With
 * {@code write} it only writes such a site's export.
 */
public final class ImportBenchmark {

	private final ArticleServices services;

	private final Issuer issuer;

	private ImportBenchmark(ArticleServices services, Issuer issuer) {
		this.services = services;
		this.issuer = issuer;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		int posts = Integer.parseInt(ArticleServices.option(args, "--posts", "100000"));
		if (args.length > 1 && args[1].equals("write")) {
			write(args, posts);
			return;
		}
		try (Issuer issuer = new Issuer(); ArticleServices services = new ArticleServices(root, args)) {
			new ImportBenchmark(services, issuer).run(posts, root.resolve("benchmarks/results/import.md"));
		}
	}

	private static void write(String[] args, int posts) throws Exception {
		Path file = Path.of(args[2]);
		OldSite site = new OldSite(posts, ArticleServices.option(args, "--pictures", ""), true);
		if (file.toString().endsWith(".json")) {
			site.writeGhost(file);
		}
		else {
			site.writeWordPress(file);
		}
		System.out.println(site.told());
	}

	/** Writes after each step, so that a run that is stopped has said what it measured. */
	private void run(int posts, Path results) throws Exception {
		this.services.fill("import", 100);
		Map<String, Path> files = new LinkedHashMap<>();
		Path folder = this.services.folder();
		new OldSite(posts, "", false).writeWordPress(files.computeIfAbsent("WordPress", (name) -> folder.resolve("old.xml")));
		new OldSite(posts, "", false).writeGhost(files.computeIfAbsent("Ghost", (name) -> folder.resolve("old.json")));
		StringBuilder text = new StringBuilder("""
				# Old sites taken over, %s

				%d processors; article-service alone with a heap of 256 MiB, %d generated posts in each file, no pictures, no
				comments. Resident is the process after the step. By `benchmarks/articles import`.

				| file | MiB | step | seconds | posts/s | created | unchanged | failed | not understood | resident MiB |
				|---|---|---|---|---|---|---|---|---|---|
				""".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), Runtime.getRuntime().availableProcessors(),
				posts));
		try (ArticleServices.Service service = this.services.start("import", this.issuer.settings())) {
			for (String step : List.of("dry run", "import", "once more")) {
				int edition = 1;
				for (Map.Entry<String, Path> file : files.entrySet()) {
					String path = "/api/v1/newsroom/imports?edition=bench" + edition++;
					String line = step(service, file, path + (step.equals("dry run") ? "&dryRun=true" : ""), step, posts);
					System.out.print(line);
					Files.writeString(results, text.append(line));
				}
			}
		}
	}

	private String step(ArticleServices.Service service, Map.Entry<String, Path> file, String path, String step, int posts)
			throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(service.url(path)))
			.header("Authorization", "Bearer " + this.issuer.token())
			.POST(HttpRequest.BodyPublishers.ofFile(file.getValue()))
			.build();
		long begun = System.nanoTime();
		HttpResponse<java.util.stream.Stream<String>> answer = ArticleServices.HTTP.send(request,
				HttpResponse.BodyHandlers.ofLines());
		String done = answer.body().reduce("", (before, line) -> line);
		double seconds = (System.nanoTime() - begun) / 1e9;
		if (!done.contains("\"kind\":\"done\"")) {
			throw new IllegalStateException(answer.statusCode() + " " + done);
		}
		return String.format(Locale.ROOT, "| %s | %d | %s | %.0f | %.0f | %d | %d | %d | %d | %d |%n", file.getKey(),
				Files.size(file.getValue()) >> 20, step, seconds, posts / seconds, number(done, "created"),
				number(done, "unchanged"), number(done, "failed"), number(done, "notUnderstood"), service.memory());
	}

	private static long number(String done, String field) {
		Matcher matcher = Pattern.compile("\"" + field + "\":(\\d+)").matcher(done);
		return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
	}

}
