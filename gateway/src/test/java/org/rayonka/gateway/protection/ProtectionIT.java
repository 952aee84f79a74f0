package org.rayonka.gateway.protection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.gateway.GatewayTest;
import org.rayonka.gateway.Outside;
import org.rayonka.gateway.StandIns;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class ProtectionIT {

	/** As in {@link GatewayTest}. */
	private static final Duration STALL_LIMIT = Duration.ofSeconds(1);

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	private WebTestClient outside = WebTestClient.bindToServer().build();

	@BeforeEach
	void comeFromOutside() {
		this.outside = Outside.at(this.port);
	}

	@Test
	void letsNobodySpeakForTheGateway() {
		JsonNode seen = Outside
			.seen(this.outside.get()
				.uri("/api/v1/articles")
				.header("X-Forwarded-For", "1.1.1.1, 203.0.113.7, 127.0.0.1")
				.header("X-Forwarded-Host", "evil.example")
				.header("X-Forwarded-Prefix", "/evil")
				.header("Forwarded", "for=1.1.1.1")
				.header("Rayonka-Anything", "x")
				.header("X-Real-IP", "1.1.1.1")
				.cookie("RAYONKA_SESSION", "none")
				.cookie("other", "1")
				.exchange())
			.at("/headers");
		assertThat(seen.at("/x-forwarded-for").asString()).isEqualTo("203.0.113.7");
		assertThat(seen.at("/x-forwarded-host").asString()).isEqualTo("rayonka.example");
		assertThat(seen.at("/x-forwarded-proto").asString()).isEqualTo("https");
		assertThat(seen.at("/cookie").asString()).isEqualTo("other=1");
		assertThat(seen.propertyNames()).doesNotContain("forwarded", "x-forwarded-prefix", "rayonka-anything",
				"x-real-ip");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			PUT,  /api/v1/articles/1/like,  Sec-Fetch-Site, same-origin,              -, 200
			PUT,  /api/v1/articles/1/like,  Sec-Fetch-Site, none,                     -, 200
			PUT,  /api/v1/articles/1/like,  Sec-Fetch-Site, cross-site,               -, 403
			PUT,  /api/v1/articles/1/like,  Sec-Fetch-Site, same-site,                -, 403
			POST, /zarechye/x/like,         Origin,         https://rayonka.example,  -, 200
			POST, /zarechye/x/like,         Origin,         https://evil.example,     -, 403
			POST, /zarechye/x/like,         Origin,         null,                     -, 403
			POST, /zarechye/x/like,         Referer,        https://rayonka.example/, -, 200
			POST, /zarechye/x/like,         Referer,        https://evil.example/,    -, 403
			POST, /login,                   Origin,         https://evil.example,     -, 403
			POST, /sign-out,                Origin,         https://evil.example,     -, 403
			PUT,  /api/v1/articles/1/like,  X-None,         x,                        -, 200
			PUT,  /api/v1/articles/1/like,  X-None,         x,                        s, 403
			POST, /login,                   X-None,         x,                        s, 200
			POST, /api/v1/articles/1/views, Sec-Fetch-Site, cross-site,               s, 200
			GET,  /zarechye/,               Sec-Fetch-Site, cross-site,               s, 200
			""")
	void refusesWhatAnotherSiteAsksFor(String method, String path, String header, String value,
			@Nullable String session, int status) {
		WebTestClient.RequestBodySpec request = this.outside.method(HttpMethod.valueOf(method))
			.uri(path)
			.header(header, value);
		if (session != null) {
			request.cookie("RAYONKA_SESSION", session);
		}
		WebTestClient.ResponseSpec answer = request.exchange();
		answer.expectStatus().isEqualTo(status);
		if (status == 403) {
			answer.expectBody().jsonPath("$.type").isEqualTo("urn:rayonka:problem:cross-site-request");
		}
	}

	@Test
	void tellsBrowsersToBeCareful() {
		HttpHeaders page = this.outside.get().uri("/").exchange().returnResult(Void.class).getResponseHeaders();
		assertThat(page.getFirst("Content-Security-Policy")).contains("script-src 'self'", "https://rutube.ru");
		assertThat(page.getFirst("Strict-Transport-Security")).isNotNull();
		assertThat(page.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.getFirst("Server")).isNull();
		HttpHeaders problem = this.outside.get()
			.uri("/actuator/health")
			.exchange()
			.returnResult(Void.class)
			.getResponseHeaders();
		assertThat(problem.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@Test
	void letsAPageLoadACounterOnlyWhenItsReaderAgreed() {
		HttpHeaders counted = this.outside.get()
			.uri("/counted/")
			.exchange()
			.returnResult(Void.class)
			.getResponseHeaders();
		assertThat(counted.getFirst("Content-Security-Policy")).contains("script-src 'self' https://mc.yandex.ru",
				"connect-src 'self' https://mc.yandex.ru");
		assertThat(counted.containsHeader("Rayonka-Counted-By")).isFalse();
		HttpHeaders page = this.outside.get().uri("/").exchange().returnResult(Void.class).getResponseHeaders();
		assertThat(page.getFirst("Content-Security-Policy")).contains("script-src 'self';", "connect-src 'self';")
			.doesNotContain("yandex");
	}

	@Test
	void opensReadingToOtherSitesAndNothingElse() {
		this.outside.get()
			.uri("/api/v1/articles")
			.header("Origin", "https://reader.example")
			.exchange()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "*");
		this.outside.get()
			.uri("/api/v1/me")
			.header("Origin", "https://reader.example")
			.exchange()
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin");
		preflight("GET").expectHeader().valueEquals("Access-Control-Allow-Origin", "*");
		preflight("PUT").expectHeader().doesNotExist("Access-Control-Allow-Origin");
	}

	@Test
	void showsOperatorsTheirPortAlone() {
		WebTestClient inside = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.managementPort)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
			.build();
		inside.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
		inside.get()
			.uri("/actuator/prometheus")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("resilience4j_circuitbreaker_state"));
	}

	@Test
	void compressesWhatAServiceDidNot() throws Exception {
		try (HttpClient browser = HttpClient.newHttpClient()) {
			HttpResponse<byte[]> text = browser
				.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/api/v1/articles/long"))
					.header("Accept-Encoding", "gzip")
					.build(), HttpResponse.BodyHandlers.ofByteArray());
			assertThat(text.headers().firstValue("Content-Encoding")).contains("gzip");
			assertThat(text.headers().firstValue("Vary")).contains("Accept-Encoding");
			assertThat(text.body()).hasSizeLessThan(500);
		}
	}

	private WebTestClient.ResponseSpec preflight(String method) {
		return this.outside.options()
			.uri("/api/v1/articles")
			.header("Origin", "https://reader.example")
			.header("Access-Control-Request-Method", method)
			.exchange()
			.expectStatus()
			.isNoContent();
	}

	@Test
	void cutsOffWhoTakesNothing() throws Exception {
		try (Socket _ = endlessAnswer()) {
			await().until(() -> StandIns.ARTICLE.endlessAnswers() == 1);
			await().until(() -> StandIns.ARTICLE.endlessAnswers() == 0);
		}
	}

	@Test
	void bearsWithWhoIsSlow() throws Exception {
		try (Socket client = endlessAnswer()) {
			byte[] sip = new byte[16 * 1024];
			await().pollDelay(Duration.ZERO)
				.pollInterval(STALL_LIMIT.dividedBy(50))
				.during(STALL_LIMIT.multipliedBy(3))
				.until(() -> client.getInputStream().readNBytes(sip, 0, sip.length) == sip.length
						&& StandIns.ARTICLE.endlessAnswers() == 1);
		}
	}

	private Socket endlessAnswer() throws IOException {
		Socket client = new Socket();
		client.setReceiveBufferSize(4096);
		client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
		client.getOutputStream()
			.write("GET /media/endless.mp4 HTTP/1.1\r\nHost: rayonka.example\r\n\r\n"
				.getBytes(StandardCharsets.US_ASCII));
		return client;
	}

}
