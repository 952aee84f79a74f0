package org.rayonka.systemtests;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads a district paper in Chromium: with and without script, wide and on a phone.
 */
@ExtendWith({ RunningPlatform.Starter.class, Browser.Starter.class })
class ReaderJourneyIT {

	/**
	 * The innermost elements that make a page wider than its window, empty when it fits.
	 */
	private static final String TOO_WIDE = """
			(() => {
			  const width = document.documentElement.clientWidth;
			  if (document.documentElement.scrollWidth <= width) return '';
			  const wide = [...document.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > width);
			  return wide.filter(it => !wide.some(other => other !== it && it.contains(other)))
			    .map(it => it.outerHTML.slice(0, 200)).join('\\n') || 'something';
			})()""";

	@Test
	void readsLikesAndDiscussesAnArticle(Browser browser, RunningPlatform platform) {
		try (BrowserContext reader = browser.reader(1280, true)) {
			Page page = reader.newPage();
			List<String> foreign = foreignRequests(page, platform);
			List<String> errors = new ArrayList<>();
			page.onPageError(errors::add);

			page.navigate(platform.uri("/").toString());
			Browser.keep(page, "front");
			page.getByRole(AriaRole.MAIN)
				.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Заречные вести"))
				.first()
				.click();
			assertThat(page).hasURL(Pattern.compile("/zarechye/$"));
			Browser.keep(page, "edition");

			page.navigate(articleWithPicture(platform));
			assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
			assertThat(page.locator("article img").first()).isVisible();
			assertThat(page.locator("article img").first()).hasJSProperty("complete", true);
			assertThat(page.getByText("Популярное").first()).isVisible();

			Locator like = page.locator("button.like");
			int likes = number(like.locator(".count"));
			like.click();
			assertThat(like).hasAttribute("aria-pressed", "true");
			assertThat(like.locator(".count")).hasText(Pattern.compile("\\D*" + (likes + 1) + "\\D*"));

			page.locator("#write-name").fill("Читательница из Сосновки");
			page.locator("#write-text").fill("Спасибо, что написали об этом.");
			page.locator("#write button[type=submit]").click();
			assertThat(page.locator("#comments .said:not([hidden])").first()).isVisible();
			Browser.keep(page, "article");

			assertThat(foreign).as("requests to other hosts").isEmpty();
			assertThat(errors).as("errors of scripts").isEmpty();
		}
	}

	@Test
	void countsTheView(Browser browser, RunningPlatform platform) {
		JsonNode article = new Newsroom(platform).publish("Статья, которую откроют однажды");
		String counts = "/api/v1/articles/" + article.get("id").asString() + "/counts";
		try (BrowserContext reader = browser.reader(1280, true)) {
			Page page = reader.newPage();
			page.navigate(article.get("url").asString());
			page.reload();
			org.awaitility.Awaitility.await()
				.untilAsserted(() -> assertThat(Api.anonymous(platform).get(counts).json().path("views").asInt())
					.isEqualTo(1));
		}
	}

	@Test
	void signsInAndCommentsUnderItsName(Browser browser, RunningPlatform platform) {
		JsonNode article = new Newsroom(platform).publish("Статья, под которой спорят");
		try (BrowserContext reader = browser.reader(1280, true)) {
			Page page = reader.newPage();
			page.navigate(article.get("url").asString());
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Войти")).first().click();
			Browser.keep(page, "sign-in");
			page.locator("input[type=email], input[name=username]").first().fill("reader@demo.rayonka.org");
			page.locator("input[type=password]").fill("demo-rayonka");
			page.locator("button[type=submit]").first().click();
			page.waitForURL(Pattern.compile("^(?!.*/(login|oauth2)).*$"));
			page.navigate(article.get("url").asString());
			assertThat(page.locator("#write-name")).hasCount(0);
			page.locator("#write-text").fill("Пишу под своим именем.");
			page.locator("#write button[type=submit]").click();
			// a newcomer's first comments are read before they appear
			assertThat(page.getByText("появится после проверки модератором").first()).isVisible();
			approve(platform, article.get("id").asString());
			page.reload();
			assertThat(page.locator(".comments")).containsText("Пишу под своим именем.");
		}
	}

	private static void approve(RunningPlatform platform, String article) {
		Api moderator = Api.client(platform, "demo-newsroom");
		for (JsonNode item : moderator.get("/api/v1/moderation/queue?limit=100").json().path("items")) {
			if (item.path("article").asString().equals(article)) {
				String comment = "/api/v1/moderation/comments/" + item.path("id").asString();
				assertThat(moderator.json("POST", comment + "/approve", Map.of()).status()).isEqualTo(200);
			}
		}
	}

	@Test
	void worksWithoutScript(Browser browser, RunningPlatform platform) {
		JsonNode article = new Newsroom(platform).publish("Статья для старого телефона");
		String counts = "/api/v1/articles/" + article.get("id").asString() + "/counts";
		try (BrowserContext reader = browser.reader(500, false)) {
			Page page = reader.newPage();
			page.navigate(article.get("url").asString());
			page.locator("button.like").click();
			assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
				.hasText("Статья для старого телефона");
			page.locator("#write-name").fill("Степан");
			page.locator("#write-text").fill("Пишу без скриптов.");
			page.locator("#write button[type=submit]").click();
			assertThat(page.locator("#comments .comment .said")).isVisible();
			assertThat(page.locator(".comment-waiting")).containsText("Пишу без скриптов.");
			org.awaitility.Awaitility.await().untilAsserted(() -> {
				JsonNode now = Api.anonymous(platform).get(counts).json();
				assertThat(now.path("likes").asInt()).isEqualTo(1);
				assertThat(now.path("views").asInt()).isEqualTo(1);
			});
		}
	}

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@ValueSource(strings = { "", "?a11y=on" })
	void fitsAPhoneWhateverTheArticle(String sight, Browser browser, RunningPlatform platform) {
		try (BrowserContext reader = browser.reader(360, true)) {
			Page page = reader.newPage();
			assertThat(articles(platform)).isNotEmpty().allSatisfy((article) -> {
				page.navigate(article.get("url").asString() + sight);
				assertThat((String) page.evaluate(TOO_WIDE)).as(page.url()).isEmpty();
			});
		}
	}

	@ParameterizedTest
	@CsvSource({ "table, 1280", "table, 360", "table?a11y=on, 360", "/login, 1280" })
	void hasNoAccessibilityViolation(String path, int width, Browser browser, RunningPlatform platform) {
		try (BrowserContext reader = browser.reader(width, true)) {
			Page page = reader.newPage();
			page.navigate(resolve(platform, path));
			List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
			assertThat(violations).extracting((rule) -> rule.getId() + ": " + rule.getNodes()).isEmpty();
		}
	}

	@Test
	void helpsWhoIsLost(Browser browser, RunningPlatform platform) {
		try (BrowserContext reader = browser.reader(1280, true)) {
			Page page = reader.newPage();
			assertThat(page.navigate(platform.uri("/zarechye/2020/01/01/no-such-story").toString()).status())
				.isEqualTo(404);
			assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK).first()).isVisible();
			Browser.keep(page, "not-found");
		}
	}

	private static List<String> foreignRequests(Page page, RunningPlatform platform) {
		List<String> foreign = new ArrayList<>();
		page.onRequest((request) -> {
			URI uri = URI.create(request.url());
			if (!"data".equals(uri.getScheme()) && uri.getPort() != platform.uri("/").getPort()) {
				foreign.add(request.url());
			}
		});
		return foreign;
	}

	private static String resolve(RunningPlatform platform, String path) {
		if (path.startsWith("table")) {
			return articleWithTable(platform) + path.substring("table".length());
		}
		return platform.uri(path).toString();
	}

	private static String articleWithPicture(RunningPlatform platform) {
		return url(articles(platform).stream()
			.filter((article) -> article.get("picture").isObject() && article.get("video").asBoolean()));
	}

	private static String articleWithTable(RunningPlatform platform) {
		Api anonymous = Api.anonymous(platform);
		return url(articles(platform).stream()
			.map((article) -> anonymous.get("/api/v1/articles/" + article.get("id").asString()).json())
			.filter((article) -> article.get("body").asString().contains("<table")));
	}

	private static List<JsonNode> articles(RunningPlatform platform) {
		return Api.anonymous(platform)
			.get("/api/v1/articles?edition=zarechye&limit=100")
			.json()
			.get("items")
			.valueStream()
			.toList();
	}

	private static String url(Stream<JsonNode> articles) {
		return articles.findFirst().orElseThrow().get("url").asString();
	}

	private static int number(Locator locator) {
		String digits = locator.innerText().replaceAll("\\D+", "");
		return digits.isEmpty() ? 0 : Integer.parseInt(digits);
	}

}
