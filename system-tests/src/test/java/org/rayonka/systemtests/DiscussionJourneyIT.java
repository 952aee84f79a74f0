package org.rayonka.systemtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Discusses an article in Chromium: two readers who see each other's comments, and a
 * moderator between them.
 */
@ExtendWith({ RunningPlatform.Starter.class, Browser.Starter.class })
class DiscussionJourneyIT {

	@Test
	void isLiveForWhoHasScript(Browser browser, RunningPlatform platform) {
		JsonNode article = new Newsroom(platform).publish("Статья, о которой говорят вживую");
		try (BrowserContext one = browser.reader(1280, true); BrowserContext other = browser.reader(360, true)) {
			Page author = one.newPage();
			Page reader = other.newPage();
			List<String> errors = new ArrayList<>();
			author.onPageError(errors::add);
			reader.onPageError(errors::add);
			author.navigate(article.get("url").asString());
			reader.navigate(article.get("url").asString());

			write(author, "Анна", "Первое слово");
			Locator own = author.locator(".comment", has("Первое слово"));
			assertThat(own.locator(".badge-waiting")).isVisible();
			own.getByText("Изменить").click();
			own.locator("textarea").fill("Второе слово");
			own.locator("form.deed button").click();
			assertThat(author.locator(".comment")).containsText("Второе слово");
			reader.waitForRequest(Pattern.compile("/comments/stream$"), () -> {
				reader.reload();
				reader.locator("#comments").scrollIntoViewIfNeeded();
			});
			assertThat(reader.locator(".comment")).hasCount(0);

			approve(platform, article);
			Locator fresh = reader.locator("[data-fresh] button");
			assertThat(fresh).hasText(Pattern.compile("Показать\\s1\\sновый комментарий"));
			assertThat(reader.locator(".comment")).hasCount(0);
			fresh.click();
			Locator seen = reader.locator(".comment", has("Второе слово"));
			assertThat(seen).isVisible();
			assertThat(fresh).isHidden();

			Locator up = seen.locator(".votes button").first();
			up.click();
			assertThat(seen.locator(".score")).containsText("+1");
			assertThat(up).hasAttribute("aria-pressed", "true");
			assertThat(up).isFocused();
			seen.locator(".votes button").last().click();
			assertThat(seen.locator(".score")).containsText("−1");
			seen.locator(".votes button").last().click();
			assertThat(seen.locator(".score")).hasText(Pattern.compile("0$"));

			seen.getByText("Ответить").click();
			write(reader, "Борис", "Мой ответ");
			assertThat(seen.locator(".replies .badge-waiting")).isVisible();
			seen.getByText("Пожаловаться").first().click();
			seen.locator("[name=reason]").fill("Не по делу");
			seen.locator("form.deed button").click();
			assertThat(seen.locator("> .comment-body > .said")).containsText("Модераторы увидят вашу жалобу");
			Browser.keep(reader, "discussion-phone");

			author.reload();
			assertThat(author.getByText("Мой ответ")).hasCount(0);
			author.locator(".comment").getByText("Удалить").click();
			Browser.keep(author, "discussion-delete");
			author.locator("form.deed button").click();
			assertThat(author.locator("[data-said=comments]")).containsText("удалён");
			assertThat(reader.locator(".comment").first()).containsText("Комментарий удалён");
			assertThat(errors).as("errors of scripts").isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void leadsFromALinkToAComment(boolean script, Browser browser, RunningPlatform platform) {
		JsonNode article = new Newsroom(platform).publish("Статья с длинным обсуждением");
		List<String> said = new ArrayList<>();
		Api moderator = Api.client(platform, "demo-newsroom");
		for (int n = 0; n < 52; n++) {
			Api.Reply posted = moderator.json("POST", "/api/v1/articles/" + article.get("id").asString() + "/comments",
					Map.of("text", "Слово " + n));
			assertThat(posted.status()).as(posted.body()).isEqualTo(201);
			said.add(posted.json().get("id").asString());
		}
		try (BrowserContext context = browser.reader(1280, script)) {
			Page page = context.newPage();
			String first = "#comment-" + said.getFirst();
			page.navigate(article.get("url").asString());
			assertThat(page.locator(".comment")).hasCount(50);
			page.navigate(article.get("url").asString() + "?comment=" + said.getFirst() + first);
			assertThat(page.locator(first)).isInViewport();
			assertThat(page.locator(first + ":target")).hasCount(1);
			page.getByText("Всё обсуждение").click();
			page.getByText("Прежние комментарии").click();
			assertThat(page.locator(first)).isVisible();
			page.getByText("Сначала старые").click();
			assertThat(page.locator(".comment").first()).hasAttribute("id", "comment-" + said.getFirst());
		}
	}

	@Test
	void worksWithoutScript(Browser browser, RunningPlatform platform) {
		JsonNode article = new Newsroom(platform).publish("Статья, о которой говорят без скриптов");
		try (BrowserContext one = browser.reader(360, false); BrowserContext other = browser.reader(360, false)) {
			Page author = one.newPage();
			author.navigate(article.get("url").asString());
			write(author, "Степан", "Слово без скриптов");
			assertThat(author.locator(".comment .said")).hasText(Pattern.compile("после проверки"));
			assertThat(author.locator(".comment .badge-waiting")).isVisible();
			Page reader = other.newPage();
			reader.navigate(article.get("url").asString());
			assertThat(reader.getByText("Слово без скриптов")).hasCount(0);
			approve(platform, article);

			// kept pages are purged, which takes a moment
			reader.waitForCondition(() -> {
				reader.reload();
				return reader.getByText("Слово без скриптов").isVisible();
			});
			reader.getByText("Ответить").click();
			write(reader, "Игнат", "Ответ без скриптов");
			assertThat(reader.locator(".replies .badge-waiting")).isVisible();
			approve(platform, article);
			author.navigate(article.get("url").asString());
			assertThat(author.locator(".replies")).containsText("Ответ без скриптов");
			author.locator(".replies .votes button").first().click();
			assertThat(author.locator(".replies .score")).containsText("+1");
			author.locator(".replies").getByText("Пожаловаться").click();
			author.getByText("официальную жалобу").click();
			author.locator("form.deed [name=name]").fill("Степан");
			author.locator("[name=email]").fill("stepan@example.org");
			author.locator("[name=grounds]").fill("Разглашает, где я живу и с кем");
			author.locator("form.deed button").click();
			assertThat(author.locator(".replies .said")).hasText(Pattern.compile("^Жалоба принята"));
			Browser.keep(author, "discussion-without-script");
			author.locator(".comment").first().getByText("Изменить").click();
			author.locator("form.deed textarea").fill("Слово получше");
			author.locator("form.deed button").click();
			assertThat(author.locator(".comment").first()).containsText("Слово получше");
			author.locator(".comment").first().getByText("Удалить").click();
			author.locator("form.deed button").click();
			assertThat(author.locator(".comment").first()).not().containsText("Слово получше");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "report", "complain", "reply", "edit", "delete" })
	void hasNoAccessibilityViolation(String deed, Browser browser, RunningPlatform platform) {
		JsonNode article = new Newsroom(platform).publish("Статья для всех");
		try (BrowserContext reader = browser.reader(360, true)) {
			Page page = reader.newPage();
			Api staff = Api.client(platform, "demo-newsroom");
			String id = staff
				.json("POST", "/api/v1/articles/" + article.get("id").asString() + "/comments",
						Map.of("text", "Слово редакции"))
				.json()
				.get("id")
				.asString();
			page.navigate(article.get("url").asString());
			write(page, "Вера", "Слово");
			String own = page.locator(".comment[data-own]").getAttribute("id").substring("comment-".length());
			page.navigate(article.get("url").asString() + "?" + deed + "="
					+ (List.of("edit", "delete").contains(deed) ? own : id));
			assertThat(page.locator(deed.equals("reply") ? "form.write" : "form.deed")).isVisible();
			assertThat(new AxeBuilder(page).analyze().getViolations())
				.extracting((rule) -> rule.getId() + ": " + rule.getNodes())
				.isEmpty();
			Browser.keep(page, "discussion-" + deed);
		}
	}

	private static Page.LocatorOptions has(String words) {
		return new Page.LocatorOptions().setHasText(words);
	}

	private static void write(Page page, String name, String words) {
		page.locator("#write-name").fill(name);
		page.locator("#write-text").fill(words);
		page.locator("#write button[type=submit]").click();
		page.locator(".comment", has(words)).first().waitFor();
	}

	private static void approve(RunningPlatform platform, JsonNode article) {
		Api moderator = Api.client(platform, "demo-newsroom");
		for (JsonNode item : moderator.get("/api/v1/moderation/queue?limit=100").json().path("items")) {
			if (item.path("article").asString().equals(article.get("id").asString())) {
				String comment = "/api/v1/moderation/comments/" + item.path("id").asString();
				assertThat(moderator.json("POST", comment + "/approve", Map.of()).status()).isEqualTo(200);
			}
		}
	}

}
