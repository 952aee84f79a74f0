package org.rayonka.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What readers said and did on an old site comes to the services that keep it, and an
 * import neither fails nor waits long because one of them is away.
 */
class ImportTalkIT extends RunningService {

	private static final HttpServer OTHERS = others();

	private static final Queue<Received> RECEIVED = new ConcurrentLinkedQueue<>();

	private static final AtomicInteger UNKNOWN_YET = new AtomicInteger();

	private static volatile int failing;

	/**
	 * What a service was told.
	 */
	private record Received(String path, String token, JsonNode json) {
	}

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry properties) {
		String url = "http://127.0.0.1:" + OTHERS.getAddress().getPort();
		properties.add("rayonka.services.comment", () -> url);
		properties.add("rayonka.services.engagement", () -> url);
		properties.add("rayonka.import.talk.patience", () -> "1s");
	}

	@BeforeEach
	void forget() {
		RECEIVED.clear();
		UNKNOWN_YET.set(0);
		failing = 0;
	}

	@AfterAll
	static void stop() {
		OTHERS.stop(0);
	}

	@Test
	void handsOverThreadsAndCounts() {
		JsonNode done = run(edition());
		assertThat(done.path("comments").asInt()).isEqualTo(3);
		assertThat(done.path("openings").asInt()).isEqualTo(1);
		JsonNode items = told("imports").json().path("items");
		assertThat(items.findValuesAsString("sourceId")).containsExactly("11", "12", "13");
		assertThat(items.findValuesAsString("status")).containsExactly("published", "published", "pending");
		assertThat(items.path(1).path("parentSourceId").asString()).isEqualTo("11");
		assertThat(items.path(0).path("text").asString()).isEqualTo("Да & нет\nсо строкой");
		assertThat(items.path(0).path("at").asString()).isEqualTo("2015-03-02T03:00:00Z");
		assertThat(told("opening").json().toString()).isEqualTo("{\"views\":1500,\"likes\":7}");
		assertThat(RECEIVED).extracting(Received::token).containsOnly("Bearer " + CLIENT);
	}

	@Test
	void waitsForAServiceThatHasNotHeardOfTheArticleYet() {
		UNKNOWN_YET.set(3);
		JsonNode done = run(edition());
		assertThat(done.path("commentsFailed").asInt() + done.path("openingsFailed").asInt()).isZero();
		assertThat(RECEIVED).hasSize(5);
	}

	@Test
	void comesToItsEndWhenAServiceIsAwayAndHandsOverTheNextTime() {
		failing = 503;
		String edition = edition();
		JsonNode done = run(edition);
		assertThat(done.path("kind").asString()).isEqualTo("done");
		assertThat(done.path("created").asInt()).isEqualTo(1);
		assertThat(done.path("commentsFailed").asInt()).isEqualTo(3);
		assertThat(done.path("openingsFailed").asInt()).isEqualTo(1);
		failing = 0;
		JsonNode again = run(edition);
		assertThat(again.path("created").asInt()).isZero();
		assertThat(again.path("comments").asInt()).isEqualTo(3);
		assertThat(again.path("openings").asInt()).isEqualTo(1);
	}

	@Test
	void saysThatACallerIsNotLetIn() {
		failing = 403;
		JsonNode done = run(edition());
		assertThat(done.path("commentsFailed").asInt()).isEqualTo(3);
		assertThat(done.path("notUnderstood").asInt()).isEqualTo(2);
	}

	private static Received told(String end) {
		return RECEIVED.stream().filter((received) -> received.path().endsWith(end)).findFirst().orElseThrow();
	}

	private JsonNode run(String edition) {
		String file = new WordPressExport()
			.post(1, "Мост", "Открыли", WordPressExport.comment(11, 0, "Да &amp; нет\nсо строкой", "1"),
					WordPressExport.comment(12, 11, "<b>Нет</b>", "1"), WordPressExport.comment(13, 12, "Ждёт", "0"),
					WordPressExport.comment(14, 0, "Спам", "spam"), WordPressExport.meta("views", "1500"),
					WordPressExport.meta("_post_like_count", "7"))
			.text();
		String lines = Objects
			.requireNonNull(call(HttpMethod.POST, "/api/v1/newsroom/imports?edition=" + edition, CLIENT)
				.bodyValue(file.getBytes(StandardCharsets.UTF_8))
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody(String.class)
				.returnResult()
				.getResponseBody());
		return List.of(lines.split("\n", -1))
			.stream()
			.filter((line) -> !line.isEmpty())
			.map(JsonMapper.shared()::readTree)
			.reduce((first, second) -> second)
			.orElseThrow();
	}

	private static HttpServer others() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", ImportTalkIT::handle);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void handle(HttpExchange exchange) throws IOException {
		JsonNode json = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
		String path = exchange.getRequestURI().getPath();
		RECEIVED.add(new Received(path, exchange.getRequestHeaders().getFirst("Authorization"), json));
		boolean unknown = UNKNOWN_YET.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
		String answer = path.endsWith("imports")
				? "{\"created\":" + json.path("items").size() + ",\"unchanged\":0,\"skipped\":[]}" : "{}";
		byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders((failing != 0) ? failing : unknown ? 404 : 200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
