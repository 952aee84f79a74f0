package org.rayonka.systemtests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import nu.validator.client.EmbeddedValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at one page of each kind, in every way in which readers may have it.
 */
@ExtendWith({ RunningPlatform.Starter.class, Browser.Starter.class })
class PageKindsIT {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private static final String FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";

	private static final int KILOBYTE = 1024;

	/** The checker reads its grammar by recursion. */
	private static final long DEEP = 64 * KILOBYTE * KILOBYTE;

	/** Leaves pictures of all of them for a person to look at. */
	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@CsvSource({ "ordinary, LIGHT, 1280, ", "ordinary, LIGHT, 360, ", "dark, DARK, 360, ",
			"white, DARK, 360, 150.white.on.normal.normal.sans", "black, LIGHT, 1280, 200.black.grey.wide.wide.serif",
			"blue, DARK, 1280, 100.blue.on.wider.wider.sans", "beige, LIGHT, 1280, 150.beige.grey.normal.wide.sans",
			"brown, LIGHT, 360, 200.brown.off.wider.wider.serif" })
	void canBeReadByEverybody(String look, ColorScheme scheme, int width, @Nullable String sight, Browser browser,
			RunningPlatform platform) {
		try (BrowserContext reader = browser.reader(width, true)) {
			if (sight != null) {
				reader.addCookies(List.of(new Cookie("a11y", sight).setUrl(platform.uri("/").toString())));
			}
			Page page = reader.newPage();
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
			List<String> found = new ArrayList<>();
			new PageKinds(platform).all().forEach((kind, path) -> {
				page.navigate(platform.uri(path).toString());
				Browser.keep(page, "%s-%s-%d".formatted(kind, look, width));
				if (!Boolean.TRUE.equals(page.evaluate(FITS))) {
					found.add(kind + ": wider than the window");
				}
				// no page has frames before a reader asks for a video: they need no page
				// to be put together in
				new AxeBuilder(page).setLegacyMode(true)
					.withTags(RULES)
					.analyze()
					.getViolations()
					.forEach((rule) -> rule.getNodes()
						.forEach((node) -> found.add("%s: %s at %s".formatted(kind, rule.getId(), node.getTarget()))));
			});
			assertThat(found).isEmpty();
		}
	}

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@ValueSource(strings = { "", "a11y=150.white.on.normal.normal.sans; paper=zarechye" })
	void areValidHtml(String cookies, RunningPlatform platform) throws Exception {
		FutureTask<List<String>> faults = new FutureTask<>(() -> faults(cookies, platform));
		new Thread(null, faults, "checker", DEEP).start();
		assertThat(faults.get()).isEmpty();
	}

	private static List<String> faults(String cookies, RunningPlatform platform) {
		List<String> found = new ArrayList<>();
		new PageKinds(platform).all().forEach((kind, path) -> {
			String page = Api.anonymous(platform).with("Cookie", cookies).get(path).body();
			faults(page).forEach((fault) -> found.add(kind + ": " + fault));
		});
		return found;
	}

	@Test
	void costAPhoneLittle(Browser browser, RunningPlatform platform) {
		try (BrowserContext reader = browser.reader(360, true)) {
			Page page = reader.newPage();
			List<Request> requests = new ArrayList<>();
			page.onRequestFinished(requests::add);
			// the last that a page does before it only listens
			page.waitForRequest(Pattern.compile("/counts/stream"),
					() -> page.navigate(new PageKinds(platform).article()));
			// asking for sizes lets more come in
			List<Request> loaded = List.copyOf(requests);
			assertThat(loaded).hasSizeBetween(3, 20);
			assertThat(weight(loaded, "document|stylesheet|script|image|fetch|other|manifest"))
				.isLessThan(350 * KILOBYTE);
			assertThat(weight(loaded, "script")).isBetween(KILOBYTE, 25 * KILOBYTE);
			assertThat(weight(loaded, "stylesheet")).isBetween(KILOBYTE, 20 * KILOBYTE);
		}
	}

	private static int weight(List<Request> requests, String types) {
		Pattern wanted = Pattern.compile(types);
		return requests.stream()
			.filter((request) -> wanted.matcher(request.resourceType()).matches())
			.mapToInt((request) -> request.sizes().responseBodySize)
			.sum();
	}

	private static List<String> faults(String page) {
		EmbeddedValidator checker = new EmbeddedValidator();
		checker.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
		try {
			return JsonMapper.shared()
				.readTree(checker.validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))))
				.get("messages")
				.valueStream()
				.filter((message) -> message.get("type").asString().equals("error"))
				.map((message) -> message.get("message").asString() + " " + message.path("extract").asString(""))
				.toList();
		}
		catch (IOException | SAXException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
