package org.rayonka.standalone.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens the front page and the paper it leads to first, so that no real reader meets cold
 * services and finds a list missing.
 */
final class FirstReader {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Pattern EDITION = Pattern.compile("href=\"[^\"]*(/[a-z][a-z0-9-]+/)\"");

	private final String url;

	FirstReader(String url) {
		this.url = url;
	}

	/** Does not mind when a page fails: the site is up, and others will tell. */
	void look() {
		try (HttpClient browser = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
			Matcher edition = EDITION.matcher(open(browser, "/"));
			if (edition.find()) {
				open(browser, edition.group(1));
			}
		}
		catch (IOException ex) {
			// see above
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String open(HttpClient browser, String path) throws IOException, InterruptedException {
		return browser
			.send(HttpRequest.newBuilder(URI.create(this.url + path)).timeout(PATIENCE).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

}
