package org.rayonka.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.tags.CacheTags;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What browsers, caches, feed readers and search engines ask for.
 */
class ForMachinesIT extends SiteUnderTest {

	@Test
	void canBeInstalledAndReadWithoutAConnection() {
		Document page = page(PATH, HttpStatus.OK);
		EntityExchangeResult<String> manifest = get(page.select("link[rel=manifest]").attr("href"));
		assertThat(manifest.getResponseHeaders().getFirst(HttpHeaders.CONTENT_TYPE))
			.isEqualTo("application/manifest+json");
		JsonNode told = JsonMapper.shared().readTree(text(manifest.getResponseBody()));
		assertThat(told.get("name").asString()).isEqualTo("Районка");
		assertThat(told.get("icons").valueStream()).hasSize(4)
			.allSatisfy((icon) -> this.client.get()
				.uri(icon.get("src").asString())
				.exchange()
				.expectStatus()
				.isOk()
				.expectHeader()
				.contentType(icon.get("type").asString()));
		EntityExchangeResult<String> worker = get("/sw.js");
		assertThat(worker.getResponseHeaders().getCacheControl()).isEqualTo("no-cache");
		String first = text(worker.getResponseBody()).lines().skip(1).findFirst().orElseThrow();
		JsonNode files = JsonMapper.shared().readTree(first.substring(first.indexOf('['), first.indexOf(';')));
		assertThat(files.valueStream().map(JsonNode::asString)).contains("/offline")
			.anyMatch((file) -> file.endsWith("/weak-sight.css"))
			.allSatisfy((file) -> assertThat(get(file).getStatus()).as(file).isEqualTo(HttpStatus.OK));
		ARTICLES.away(true);
		assertThat(page("/offline", HttpStatus.OK).select("[data-kept]")).hasSize(1);
	}

	@Test
	void letsTheGatewayKeepWhatIsTheSameForEverybody() {
		HttpHeaders page = headers(PATH);
		assertThat(page.getFirst("CDN-Cache-Control")).startsWith("max-age=300");
		assertThat(CacheTags.read(text(page.getFirst(CacheTags.HEADER))))
			.contains(CacheTags.article(UUID.fromString(ID)), CacheTags.comments(UUID.fromString(ID)),
					CacheTags.edition("zarechye"))
			.hasSizeGreaterThan(5)
			.doesNotContain(CacheTags.LISTS);
		assertThat(headers("/zarechye/").getFirst("CDN-Cache-Control")).startsWith("max-age=10,");
		assertThat(CacheTags.read(text(headers("/zarechye/").getFirst(CacheTags.HEADER))))
			.containsExactlyInAnyOrder(CacheTags.edition("zarechye"), CacheTags.LISTS);
		for (String own : List.of(PATH + "?reply=" + ID, PATH + "?lang=en", PATH + "?a11y=on")) {
			assertThat(headers(own).containsHeader("CDN-Cache-Control")).as(own).isFalse();
		}
		COMMENTS.away(true);
		this.clock.turn(Duration.ofMinutes(1));
		assertThat(headers(PATH).getFirst("CDN-Cache-Control")).startsWith("max-age=5,");
	}

	private HttpHeaders headers(String path) {
		return this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseHeaders();
	}

	@Test
	void answersThatNothingChanged() {
		EntityExchangeResult<String> first = get("/zarechye/");
		String tag = text(first.getResponseHeaders().getETag());
		this.client.get()
			.uri("/zarechye/")
			.header(HttpHeaders.IF_NONE_MATCH, tag)
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void servesAssetsForEverUnderTheirPresentName() {
		Document page = page(PATH, HttpStatus.OK);
		String style = page.select("link[rel=stylesheet]").attr("href");
		assertThat(style).matches("/assets/[\\w-]{16}/site-8a1c1c\\.css");
		this.client.get()
			.uri(style)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
		this.client.get()
			.uri("/assets/an-older-one/site.js")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
	}

	@ParameterizedTest
	@CsvSource({ "/feeds/zarechye.rss, application/rss+xml;charset=UTF-8",
			"/feeds/zarechye.atom, application/atom+xml;charset=UTF-8",
			"/feeds/all.json, application/feed+json;charset=UTF-8" })
	void feedsReaders(String path, String type) {
		EntityExchangeResult<String> feed = get(path);
		assertThat(feed.getStatus()).isEqualTo(HttpStatus.OK);
		assertThat(feed.getResponseHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo(type);
		assertThat(feed.getResponseHeaders().getLastModified()).isPositive();
		assertThat(feed.getResponseBody()).contains("http://localhost:8080" + PATH, "Мост через Заречку",
				"Теперь до школы двенадцать минут", "http://localhost:8080/zarechye/2026/11/22/novyy-avtobus");
		this.client.get()
			.uri(path)
			.header(HttpHeaders.IF_NONE_MATCH, text(feed.getResponseHeaders().getETag()))
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void listsItsPagesForSearchEngines() {
		assertThat(get("/robots.txt").getResponseBody()).contains("Sitemap: http://localhost:8080/sitemap.xml");
		assertThat(get("/sitemap.xml").getResponseBody()).contains("<loc>http://localhost:8080/kedrovo/</loc>",
				"<loc>http://localhost:8080" + PATH + "</loc>");
	}

}
