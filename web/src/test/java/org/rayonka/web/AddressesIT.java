package org.rayonka.web;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where addresses lead that are no page's own.
 */
class AddressesIT extends SiteUnderTest {

	@ParameterizedTest
	@CsvSource({ "/nowhere/, 404", "/zarechye/nothing/, 404", "/zarechye/2026/11/22/nothing, 404",
			"/a/b/c/d/e/f/g, 404", "/favicon.ico, 404", "/assets/x/site.jar, 404", "/zarechye/2026/11/01/otozvano, 410",
			"/feeds/nowhere.rss, 404" })
	void leadsOnFromWhatIsNotThere(String path, int status) {
		Document page = page(path, HttpStatus.valueOf(status));
		assertThat(page.select("main a").eachAttr("href")).contains("/");
		assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
	}

	@ParameterizedTest
	@CsvSource({ "/zarechye, /zarechye/", "/zarechye?utm_source=x, /zarechye/?utm_source=x",
			"/zarechye/sport, /zarechye/sport/" })
	void addsTheLastSlash(String path, String location) {
		this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.MOVED_PERMANENTLY)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, location);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/print" })
	void leadsFromAnAddressThatAPageHadBefore(String variant) {
		String before = "/zarechye/2026/11/22/most";
		ARTICLES.sample("GET /api/v1/pages?path=" + before, "article");
		this.client.get()
			.uri(before + variant)
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.MOVED_PERMANENTLY)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, PATH + variant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/2015/05/some-post/", "/some-post.html", "/?p=123", "/?page_id=7", "/category/x/y/",
			"/zarechye/old/", "/zarechye/2015/05/06/post/", "/новость/", "/old.php?id=5&x=ё", "/2015/post" })
	void leadsFromAnAddressOfAnOldSite(String old) {
		String encoded = UriComponentsBuilder.fromUriString(old).encode().toUriString();
		ARTICLES.sample("GET /api/v1/pages?path=" + encoded, "article");
		for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
			this.client.method(method)
				.uri(old)
				.exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.MOVED_PERMANENTLY)
				.expectHeader()
				.valueEquals(HttpHeaders.LOCATION, PATH);
		}
		assertThat(pageQuestions()).hasSize(1);
	}

	@Test
	void saysThatWhatAnOldSiteHadIsWithdrawn() {
		ARTICLES.answer("GET /api/v1/pages?path=/gone.html", 410, "{}");
		page("/gone.html", HttpStatus.GONE);
	}

	@Test
	void leadsNowhereFromAnUnknownAddressAfterOneQuestion() {
		page("/2015/05/nothing/", HttpStatus.NOT_FOUND);
		assertThat(pageQuestions()).hasSize(1);
		page("/?p=404", HttpStatus.OK);
		assertThat(pageQuestions()).hasSize(2);
		page("/", HttpStatus.OK);
		page("/assets/none.js", HttpStatus.NOT_FOUND);
		assertThat(pageQuestions()).hasSize(2);
	}

	@Test
	void leadsNoPageToItself() {
		String orphan = "/nowhere/2026/11/22/story";
		ARTICLES.answer("GET /api/v1/pages?path=" + orphan, 200,
				StandIn.read("article")
					.replace("http://localhost:8080" + PATH, "http://localhost:8080" + orphan)
					.replace("\"edition\": \"zarechye\"", "\"edition\": \"nowhere\""));
		page(orphan, HttpStatus.NOT_FOUND);
	}

	@Test
	void hasNoOldAddressesWhileArticlesAreAway() {
		page("/", HttpStatus.OK);
		ARTICLES.away(true);
		page("/some-other-post.html", HttpStatus.NOT_FOUND);
		page("/?p=321", HttpStatus.OK);
	}

	private static List<StandIn.Request> pageQuestions() {
		return ARTICLES.received("GET")
			.stream()
			.filter((request) -> request.uri().startsWith("/api/v1/pages"))
			.toList();
	}

}
