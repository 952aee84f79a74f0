import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Lighthouse says of pages, as on a phone on a slow network.
 */
final class LighthouseBenchmark {

	private static final List<String> CATEGORIES = List.of("performance", "accessibility", "best-practices", "seo");

	private static final List<String> AUDITS = List.of("first-contentful-paint", "largest-contentful-paint",
			"cumulative-layout-shift", "total-blocking-time", "total-byte-weight");

	private final Platform platform;

	private LighthouseBenchmark(Platform platform) {
		this.platform = platform;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new LighthouseBenchmark(platform).run(Platform.option(args, "--rounds", 3));
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/lighthouse.md"), text);
		}
	}

	private String run(int rounds) throws Exception {
		this.platform.up();
		Map<String, String> pages = pages();
		// once each, as somebody has before
		for (String page : pages.values()) {
			Platform.get(page);
		}
		StringBuilder text = new StringBuilder();
		text.append("# Lighthouse, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
		text.append("""
				Lighthouse 12 as it comes: a phone, slow 4G, both simulated; %d processors, on which the platform runs too. %d
				rounds, each of them shown. By `benchmarks/pages lighthouse`.

				| page | performance | accessibility | best practices | SEO | FCP s | LCP s | CLS | TBT ms | KiB |
				|---|---|---|---|---|---|---|---|---|---|
				""".formatted(Runtime.getRuntime().availableProcessors(), rounds));
		for (int round = 0; round < rounds; round++) {
			for (Map.Entry<String, String> page : pages.entrySet()) {
				String row = row(page.getKey(), look(page.getValue()));
				System.err.print(row);
				text.append(row);
			}
		}
		return text.toString();
	}

	private Map<String, String> pages() throws Exception {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("front page of the network", this.platform.url() + "/");
		String articles = Platform.get(this.platform.url() + "/api/v1/articles?limit=50");
		// with three pictures
		String article = Platform.find(articles, "\"url\":\"([^\"]*)\"");
		pages.put("front page of a paper", article.replaceFirst("(://[^/]*/[^/]*/).*", "$1"));
		pages.put("article", article);
		return pages;
	}

	/** Chromium's recording fails now and then (NO_NAVSTART), and Lighthouse says: run it again. */
	private String look(String page) throws Exception {
		Path report = this.platform.folder().resolve("report.json");
		List<String> lighthouse = List.of("npx", "--yes", "lighthouse@12", page, "--quiet", "--output=json",
				"--output-path=" + report, "--chrome-flags=--headless=new --no-sandbox");
		try {
			Platform.call(lighthouse);
		}
		catch (IllegalStateException ex) {
			System.err.println("run again: " + ex.getMessage());
			Platform.call(lighthouse);
		}
		return Files.readString(report);
	}

	private static String row(String name, String report) {
		List<String> cells = new ArrayList<>();
		for (String category : CATEGORIES) {
			String score = Platform.find(report, "\"id\"\\s*:\\s*\"" + category + "\"\\s*,\\s*\"score\"\\s*:\\s*([\\d.]+|null)");
			cells.add("%.0f".formatted(Double.parseDouble(score) * 100));
		}
		for (String audit : AUDITS) {
			double value = Double.parseDouble(Platform.find(report,
					"(?s)\"" + audit + "\"\\s*:\\s*\\{\\s*\"id\"\\s*:\\s*\"" + audit + "\".*?\"numericValue\"\\s*:\\s*([\\d.eE+-]+)"));
			cells.add(switch (audit) {
				case "first-contentful-paint", "largest-contentful-paint" -> String.format(Locale.ROOT, "%.2f", value / 1000);
				case "cumulative-layout-shift" -> String.format(Locale.ROOT, "%.3f", value);
				case "total-blocking-time" -> String.format(Locale.ROOT, "%.0f", value);
				default -> String.format(Locale.ROOT, "%.0f", value / 1024);
			});
		}
		return "| %s | %s |%n".formatted(name, String.join(" | ", cells));
	}

}
