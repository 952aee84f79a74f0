package org.rayonka.gateway.edgecache;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class ShareableTests {

	private final Shareable shareable = new Shareable(new EdgeCacheProperties(List.of("/api/v1/popular"),
			List.of("/api", "/media/"), Set.of("utm_source", "ysclid"), Set.of("SESSION", "lang"), Set.of("paper"),
			DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), Duration.ofSeconds(1)));

	@Test
	void tellsFormsOfAnAnswerApart() {
		HttpRequest plain = get("/api/v1/popular?by=views");
		HttpRequest compressed = get("/api/v1/popular?by=views");
		compressed.headers().set("Accept-Encoding", "br, gzip");
		HttpRequest elsewhere = get("/api/v1/popular?by=views");
		elsewhere.headers().set("Origin", "https://example.org");
		assertThat(this.shareable.keyOf(plain)).isNotNull()
			.isEqualTo(this.shareable.keyOf(get("/api/v1/popular?by=views")))
			.isNotEqualTo(this.shareable.keyOf(get("/api/v1/popular?by=likes")))
			.isNotEqualTo(this.shareable.keyOf(compressed))
			.isNotEqualTo(this.shareable.keyOf(elsewhere));
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/popularity", "/api/v1/popular/x", "/api/v1/articles", "/media/x.jpg", "/zarechye/?cursor=1" })
	void leavesOtherPathsAlone(String uri) {
		assertThat(this.shareable.keyOf(get(uri))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "Authorization, Bearer x", "Content-Length, 0", "Transfer-Encoding, chunked", "Range, bytes=0-1",
			"Connection, close", "Connection, 'keep-alive, Close'", "Expect, 100-continue" })
	void leavesUnusualRequestsAlone(String name, String value) {
		HttpRequest request = get("/api/v1/popular");
		request.headers().set(name, value);
		assertThat(this.shareable.keyOf(request)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "'', ru", "ru-RU;q=0.9, ru", "'en-GB,en;q=0.9,ru;q=0.5', en", "'kk,ru;q=0.8', ru", "de, ru",
			"'*;;nonsense', ru" })
	void tellsPagesApartByLanguage(String wish, String language) {
		HttpRequest request = get("/zarechye/");
		request.headers().set("Accept-Language", wish);
		EdgeKey key = assertThat(this.shareable.keyOf(request)).isNotNull().actual();
		assertThat(key.language()).isEqualTo(language);
	}

	@ParameterizedTest
	@CsvSource({ "visitor=1; theme=dark, true", "visitor=1;lang=en, false", "SESSION=x, false", "SESSIONS=x, true",
			"x=SESSION, true", "lang, true", "paper=kedrovo, true" })
	void leavesReadersWithAPageOfTheirOwnAlone(String cookies, boolean shared) {
		HttpRequest request = get("/zarechye/");
		request.headers().set("Cookie", cookies);
		assertThat(this.shareable.keyOf(request) != null).isEqualTo(shared);
	}

	@ParameterizedTest
	@CsvSource({ "?utm_source=vk, true", "?ysclid=m1&utm_source=, true", "?utm_source, true",
			"?utm_source=vk&reply=1, false", "?utm_sourc=vk, false", "?, false" })
	void takesMarksOfOtherSitesFromPages(String query, boolean shared) {
		HttpRequest request = get("/zarechye/" + query);
		EdgeKey key = this.shareable.keyOf(request);
		assertThat(key).isEqualTo(shared ? this.shareable.keyOf(get("/zarechye/")) : null);
		if (key != null) {
			Shareable.generalise(request, key);
			assertThat(request.uri()).isEqualTo("/zarechye/");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/?utm_source=vk" })
	void leavesTheFrontPageOfAReaderWhoHasChosenAPaperAlone(String uri) {
		HttpRequest request = get(uri);
		request.headers().set("Cookie", "paper=kedrovo");
		assertThat(this.shareable.keyOf(request)).isNull();
	}

	@Test
	void takesFromAPagesRequestWhatIsTheReadersOwn() {
		HttpRequest request = get("/zarechye/");
		request.headers().set("Cookie", "visitor=1").set("If-None-Match", "\"1\"").set("Accept-Language", "en-GB");
		EdgeKey key = assertThat(this.shareable.keyOf(request)).isNotNull().actual();
		Shareable.generalise(request, key);
		assertThat(request.headers().names()).containsExactly("accept-language");
		assertThat(request.headers().get("Accept-Language")).isEqualTo("en");
	}

	/** As Java's own client asks first; a server may go on as it is (RFC 9110, 7.8). */
	@Test
	void answersWhoWouldRatherSpeakAnotherProtocol() {
		HttpRequest request = get("/borovsk/");
		request.headers()
			.set("Connection", "Upgrade, HTTP2-Settings")
			.set("Upgrade", "h2c")
			.set("HTTP2-Settings", "AAEA");
		assertThat(this.shareable.keyOf(request)).isNotNull().isEqualTo(this.shareable.keyOf(get("/borovsk/")));
	}

	@Test
	void leavesOtherMethodsAlone() {
		assertThat(
				this.shareable.keyOf(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.HEAD, "/api/v1/popular")))
			.isNull();
		assertThat(
				this.shareable.keyOf(new DefaultHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/api/v1/popular")))
			.isNull();
	}

	private static HttpRequest get(String uri) {
		return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri);
	}

}
