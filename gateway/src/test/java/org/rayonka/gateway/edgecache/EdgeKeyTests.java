package org.rayonka.gateway.edgecache;

import java.util.List;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeKeyTests {

	private static final List<String> PATHS = List.of("/api/v1/popular");

	@Test
	void tellsFormsOfAnAnswerApart() {
		HttpRequest plain = get("/api/v1/popular?by=views");
		HttpRequest compressed = get("/api/v1/popular?by=views");
		compressed.headers().set("Accept-Encoding", "br, gzip");
		HttpRequest elsewhere = get("/api/v1/popular?by=views");
		elsewhere.headers().set("Origin", "https://example.org");
		assertThat(EdgeKey.of(plain, PATHS)).isNotNull()
			.isEqualTo(EdgeKey.of(get("/api/v1/popular?by=views"), PATHS))
			.isNotEqualTo(EdgeKey.of(get("/api/v1/popular?by=likes"), PATHS))
			.isNotEqualTo(EdgeKey.of(compressed, PATHS))
			.isNotEqualTo(EdgeKey.of(elsewhere, PATHS));
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/popularity", "/api/v1/popular/x", "/api/v1/articles", "/", "//api/v1/popular" })
	void leavesOtherPathsAlone(String uri) {
		assertThat(EdgeKey.of(get(uri), PATHS)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "Authorization, Bearer x", "Content-Length, 0", "Transfer-Encoding, chunked", "Range, bytes=0-1",
			"Connection, close", "Connection, 'keep-alive, Close'", "Upgrade, h2c", "Expect, 100-continue" })
	void leavesUnusualRequestsAlone(String name, String value) {
		HttpRequest request = get("/api/v1/popular");
		request.headers().set(name, value);
		assertThat(EdgeKey.of(request, PATHS)).isNull();
	}

	@Test
	void leavesOtherMethodsAlone() {
		assertThat(EdgeKey.of(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.HEAD, "/api/v1/popular"), PATHS))
			.isNull();
		assertThat(EdgeKey.of(new DefaultHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/api/v1/popular"), PATHS))
			.isNull();
	}

	private static HttpRequest get(String uri) {
		return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri);
	}

}
