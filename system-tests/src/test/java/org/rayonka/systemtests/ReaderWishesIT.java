package org.rayonka.systemtests;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Has the paper as a reader wants it: in another version, of another district, and
 * without a connection.
 */
@ExtendWith({ RunningPlatform.Starter.class, Browser.Starter.class })
class ReaderWishesIT {

	private static final String KEPT = """
			Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(it => it.url)))
			  .then(all => all.flat())""";

	private static final String KEPT_PAGES = "async () => (await (await caches.open('pages')).keys()).length === ";

	@Test
	void settlesTheVersionForWeakSightAtOnceAndForLater(Browser browser, RunningPlatform platform) {
		try (BrowserContext reader = browser.reader(1280, true)) {
			Page page = reader.newPage();
			page.navigate(new PageKinds(platform).article());
			page.locator(".service-sight").click();
			assertThat(page.locator("[data-sight-apply]").first()).isHidden();
			page.waitForResponse("**/a11y", () -> page.locator("input[value=black]").check());
			assertThat(page.locator("body")).hasCSS("background-color", "rgb(0, 0, 0)");
			page.locator(".sight summary").click();
			page.waitForResponse("**/a11y", () -> page.locator("input[name=pictures][value=off]").check());
			assertThat(page.locator("figure.hero picture")).isHidden();
			assertThat(page.locator("figure.hero .picture-shows")).isVisible();
			page.navigate(platform.uri("/").toString());
			assertThat(page.locator("body")).hasCSS("color", "rgb(255, 255, 255)");
			page.locator(".sight .service-sight").click();
			assertThat(page.locator(".sight")).hasCount(0);
			assertThat(reader.cookies()).noneMatch((cookie) -> cookie.name.equals("a11y"));
		}
	}

	@Test
	void settlesTheVersionForWeakSightWithoutScript(Browser browser, RunningPlatform platform) {
		try (BrowserContext reader = browser.reader(500, false)) {
			Page page = reader.newPage();
			page.navigate(platform.uri("/search?q=школа").toString());
			page.locator(".service-sight").click();
			assertThat(page.locator("[data-sight-speak]")).isHidden();
			page.locator("input[value=beige]").check();
			page.locator("[data-sight-apply]").first().click();
			assertThat(page.locator("body")).hasCSS("background-color", "rgb(247, 243, 214)");
			assertThat(page.locator("#q")).hasValue("школа");
		}
	}

	@Test
	void choosesItsPaperWithKeysAlone(Browser browser, RunningPlatform platform) {
		try (BrowserContext reader = browser.reader(1280, false)) {
			Page page = reader.newPage();
			page.navigate(platform.uri("/").toString());
			page.locator(".regions summary").focus();
			page.keyboard().press("Enter");
			page.keyboard().press("Tab");
			page.keyboard().press("Enter");
			assertThat(page).hasURL(Pattern.compile("/[a-z]+/$"));
			String paper = page.locator(".masthead-name").innerText();
			page.navigate(platform.uri("/").toString());
			assertThat(page.locator(".own h2")).containsText(paper);
		}
	}

	@Test
	void readsOnWithoutAConnection(Browser browser, RunningPlatform platform) {
		try (BrowserContext reader = browser.reader(1280, true)) {
			Page page = reader.newPage();
			List<String> articles = new PageKinds(platform).articles().subList(0, 33);
			page.navigate(platform.uri("/").toString());
			comesTrue(page, "navigator.serviceWorker.controller !== null");
			articles.forEach((article) -> page.navigate(article));
			comesTrue(page, KEPT_PAGES + 30);
			assertThat(kept(page)).noneMatch((url) -> url.contains("/api/"));
			String title = page.locator("h1").innerText();
			reader.setOffline(true);
			page.reload();
			assertThat(page.locator("h1")).hasText(title);
			assertThat(page.locator("[data-offline]")).isVisible();
			page.navigate(articles.getFirst());
			assertThat(page.locator("[data-kept] a")).hasCount(30);
			Locator last = page.locator("[data-kept] a").first();
			assertThat(last).hasText(title);
			last.click();
			assertThat(page.locator("article.story h1")).hasText(title);
			reader.setOffline(false);
			page.navigate(articles.getFirst());
			assertThat(page.locator("article.story h1")).isVisible();
		}
	}

	@Test
	void neverShowsAKeptPageWhileThereIsAConnection(Browser browser, RunningPlatform platform) {
		Newsroom newsroom = new Newsroom(platform);
		JsonNode article = newsroom.publish("Статья, которую отзовут");
		try (BrowserContext reader = browser.reader(1280, true)) {
			Page page = reader.newPage();
			page.navigate(platform.uri("/").toString());
			comesTrue(page, "navigator.serviceWorker.controller !== null");
			page.navigate(article.get("url").asString());
			comesTrue(page, KEPT_PAGES + 1);
			newsroom.withdraw(article);
			org.awaitility.Awaitility.await()
				.untilAsserted(() -> assertThat(page.navigate(article.get("url").asString()).status()).isEqualTo(410));
			comesTrue(page, KEPT_PAGES + 0);
		}
	}

	/** Not the page's own waiting, which its content policy forbids. */
	private static void comesTrue(Page page, String script) {
		org.awaitility.Awaitility.await().until(() -> page.evaluate(script), Boolean.TRUE::equals);
	}

	@SuppressWarnings("unchecked")
	private static List<String> kept(Page page) {
		return (List<String>) page.evaluate("async () => " + KEPT);
	}

}
