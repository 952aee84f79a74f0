package org.rayonka.systemtests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * The machine's own Chromium, driven by Playwright and kept until the last test. Tests
 * take it as a parameter; where there is none, they are skipped and say what to install.
 */
final class Browser implements AutoCloseable {

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser chromium;

	private Browser(Path executable) {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.chromium = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
						"--disable-component-update", "--disable-sync")));
	}

	BrowserContext reader(int width, boolean script) {
		return this.chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
			.setViewportSize(width, 900)
			// headless Chromium says so, and would rightly not be counted as a reader
			.setUserAgent(
					"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36")
			.setLocale("ru-RU")
			.setTimezoneId("Asia/Barnaul")
			.setJavaScriptEnabled(script));
	}

	/** Keeps a picture of the whole page for a person to look at. */
	static void keep(Page page, String name) {
		page.screenshot(
				new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
	}

	@Override
	public void close() {
		this.chromium.close();
		this.playwright.close();
	}

	private static Optional<Path> find() {
		return Stream.of("/usr/bin", "/usr/local/bin", "/snap/bin")
			.flatMap((folder) -> Stream.of("chromium", "chromium-browser", "google-chrome")
				.map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** Starts one in each thread: no two may share it. */
	static final class Starter extends TypeBasedParameterResolver<Browser> implements ExecutionCondition {

		private static final ExtensionContext.Namespace BROWSERS = ExtensionContext.Namespace.create(Browser.class);

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			boolean wanted = context.getTestMethod()
				.filter((test) -> List.of(test.getParameterTypes()).contains(Browser.class))
				.isPresent();
			return (wanted && find().isEmpty())
					? ConditionEvaluationResult
						.disabled("SKIPPED: no Chromium on this machine, install it with: apt-get install chromium")
					: ConditionEvaluationResult.enabled("");
		}

		@Override
		public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
			return context.getRoot()
				.getStore(BROWSERS)
				.computeIfAbsent(Thread.currentThread(), (thread) -> new Browser(find().orElseThrow()), Browser.class);
		}

	}

}
