package org.rayonka.gateway.edgecache;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.gateway.GatewayTest;
import org.rayonka.gateway.Outside;
import org.rayonka.gateway.StandIn;
import org.rayonka.gateway.StandIns;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is answered out of memory, to whom, and what is not.
 */
@GatewayTest
class EdgeCacheIT {

	private static final StandIn SERVICE = StandIns.ENGAGEMENT;

	private static final Duration LONG = Duration.ofSeconds(20);

	/** No other test has asked for it. */
	private final String uri = "/api/v1/popular?edition=" + UUID.randomUUID();

	@Autowired
	private Renewals renewals;

	@LocalServerPort
	private int port;

	private WebTestClient outside = WebTestClient.bindToServer().build();

	@BeforeEach
	void comeFromOutside() {
		this.outside = Outside.at(this.port);
		SERVICE.share("max-age=600");
	}

	@AfterEach
	void restore() {
		SERVICE.comeBack();
		SERVICE.share("");
		SERVICE.answerAfter(Duration.ZERO);
		// until it is trusted again
		await().atMost(LONG)
			.until(() -> this.outside.get()
				.uri("/api/v1/counts?ids=1")
				.exchange()
				.expectBody()
				.returnResult()
				.getStatus()
				.is2xxSuccessful());
	}

	@Test
	void fetchesOnceWhatIsTheSameForEverybody() {
		int before = SERVICE.requests();
		EntityExchangeResult<String> first = get(this.uri);
		EntityExchangeResult<String> second = get(this.uri);
		assertThat(SERVICE.requests() - before).isEqualTo(1);
		assertThat(second.getResponseBody()).isNotEmpty().isEqualTo(first.getResponseBody());
		assertThat(first.getResponseHeaders().containsHeader("RateLimit")).isTrue();
		for (String own : List.of("RateLimit", "Set-Cookie", "CDN-Cache-Control")) {
			assertThat(second.getResponseHeaders().containsHeader(own)).as(own).isFalse();
		}
		assertThat(second.getResponseHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@Test
	void fetchesOnceForManyWhoAskAtOnce() {
		SERVICE.answerAfter(Duration.ofMillis(300));
		int before = SERVICE.requests();
		List<CompletableFuture<EntityExchangeResult<String>>> asked = IntStream.range(0, 40)
			.mapToObj((n) -> CompletableFuture.supplyAsync(() -> get(this.uri)))
			.toList();
		assertThat(asked).extracting((answer) -> answer.join().getResponseBody()).hasSize(40).containsOnly(body());
		assertThat(SERVICE.requests() - before).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "private, max-age=60", "no-store" })
	void keepsNothingThatItsServiceDoesNotShare(String directives) {
		SERVICE.share(directives);
		SERVICE.answerAfter(Duration.ofMillis(100));
		int before = SERVICE.requests();
		List<CompletableFuture<EntityExchangeResult<String>>> asked = IntStream.range(0, 5)
			.mapToObj((n) -> CompletableFuture.supplyAsync(() -> get(this.uri)))
			.toList();
		asked.forEach(CompletableFuture::join);
		assertThat(SERVICE.requests() - before).isEqualTo(5);
	}

	@Test
	void renewsWhatHasGrownOldAndServesItWhenThereIsNothingNew() {
		SERVICE.share("max-age=1, stale-while-revalidate=1, stale-if-error=600");
		body();
		int before = SERVICE.requests();
		await().atMost(LONG).until(() -> {
			body();
			return SERVICE.requests() > before;
		});
		SERVICE.leave();
		String last = body();
		assertThat(IntStream.range(0, 30).mapToObj((n) -> pause(body()))).containsOnly(last);
		this.outside.get().uri(this.uri + "x").exchange().expectStatus().is5xxServerError();
	}

	@Test
	void renewsBesideThoseWhoAsk() {
		SERVICE.share("max-age=1, stale-while-revalidate=600");
		assertThat(body()).contains("\"x-forwarded-for\":\"10.");
		await().atMost(LONG).until(() -> body().contains("\"x-forwarded-for\":\"127.0.0.1\""));
	}

	@Test
	void countsRenewalsAgainstNobody() {
		assertThat(limits(this.renewals.secret())).isNull();
		assertThat(limits("forged")).isNotNull();
	}

	@Test
	void forgetsWhatMayNotBeKeptAnyMore() {
		SERVICE.share("max-age=1, stale-while-revalidate=600");
		String first = body();
		SERVICE.share("no-store");
		// at another address, which the answer names once it is this reader's own
		this.outside = Outside.at(this.port);
		await().atMost(LONG).until(() -> !body().equals(first));
	}

	@Test
	void servesWhatIsOlderWhenItsServiceLetsWait() {
		SERVICE.share("max-age=1, stale-if-error=600");
		body();
		int before = SERVICE.requests();
		SERVICE.answerAfter(Duration.ofSeconds(4));
		await().atMost(LONG).until(() -> {
			body();
			return SERVICE.requests() > before;
		});
		for (int round = 0; round < 3; round++) {
			long begun = System.nanoTime();
			List<CompletableFuture<String>> waiting = IntStream.range(0, 10)
				.mapToObj((n) -> CompletableFuture.supplyAsync(this::body))
				.toList();
			waiting.forEach(CompletableFuture::join);
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
		}
	}

	@Test
	void saysWhenAClientHasItAlready() {
		String tag = String.valueOf(get(this.uri).getResponseHeaders().getETag());
		HttpHeaders headers = this.outside.get()
			.uri(this.uri)
			.header(HttpHeaders.IF_NONE_MATCH, tag)
			.exchange()
			.expectStatus()
			.isNotModified()
			.expectBody()
			.isEmpty()
			.getResponseHeaders();
		assertThat(headers.getETag()).isEqualTo(tag);
	}

	@Test
	void leavesClientsWithATokenToTheirQuota() {
		body();
		int before = SERVICE.requests();
		String token = StandIns.ISSUER.accessToken("aggregator", Map.of("scope", "aggregator"), Duration.ofMinutes(5));
		this.outside.get()
			.uri(this.uri)
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isOk();
		assertThat(SERVICE.requests() - before).isEqualTo(1);
	}

	@Test
	void answersInTheOrderOfTheRequestsOfAConnection() throws IOException {
		SERVICE.answerAfter(Duration.ofMillis(50));
		List<String> uris = List.of(this.uri, "/api/v1/articles/1", this.uri, this.uri, "/api/v1/counts?ids=7",
				this.uri, "/api/v1/articles/2", this.uri + "y");
		assertThat(pipelined(uris)).isEqualTo(uris);
		assertThat(pipelined(uris)).isEqualTo(uris);
	}

	@Test
	void takesNoMoreFromAClientThatTakesNothing() throws IOException {
		// in the form that this client takes
		pipelined(List.of(this.uri));
		byte[] request = request(this.uri);
		int most = 100_000_000 / request.length;
		AtomicInteger sent = new AtomicInteger();
		try (Socket socket = connection()) {
			Thread.ofVirtual().start(() -> {
				try {
					while (sent.get() < most) {
						socket.getOutputStream().write(request);
						sent.incrementAndGet();
					}
				}
				catch (IOException ex) {
					// the end of the test
				}
			});
			AtomicInteger before = new AtomicInteger(-1);
			await().atMost(Duration.ofSeconds(60))
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> before.getAndSet(sent.get()) == sent.get());
			assertThat(sent.get()).isLessThan(most);
		}
		assertThat(body()).contains(this.uri);
	}

	@Test
	void fetchesAgainWhenWhoFetchedHasGone() throws IOException {
		SERVICE.answerAfter(Duration.ofSeconds(2));
		int before = SERVICE.requests();
		CompletableFuture<String> waiting;
		try (Socket leader = connection()) {
			leader.getOutputStream().write(request(this.uri));
			await().atMost(LONG).until(() -> SERVICE.requests() > before);
			waiting = CompletableFuture.supplyAsync(this::body);
		}
		assertThat(waiting.join()).contains(this.uri);
	}

	private EntityExchangeResult<String> get(String uri) {
		return this.outside.get().uri(uri).exchange().expectStatus().isOk().expectBody(String.class).returnResult();
	}

	private String body() {
		return String.valueOf(get(this.uri).getResponseBody());
	}

	private @Nullable String limits(String renewal) {
		return this.outside.get()
			.uri("/api/v1/counts?ids=1")
			.header(Renewals.HEADER, renewal)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getFirst("RateLimit");
	}

	private static String pause(String answer) {
		await().pollDelay(Duration.ofMillis(100)).until(() -> true);
		return answer;
	}

	/** The addresses that the answers name, of requests that were sent all at once. */
	private List<String> pipelined(List<String> uris) throws IOException {
		try (Socket socket = connection()) {
			for (String uri : uris) {
				socket.getOutputStream().write(request(uri));
			}
			InputStream in = socket.getInputStream();
			StringBuilder read = new StringBuilder();
			Pattern named = Pattern.compile("\"uri\":\"([^\"]+)\"");
			while (named.matcher(read).results().count() < uris.size()) {
				byte[] part = new byte[8192];
				int length = in.read(part);
				assertThat(length).as("answers so far: %s", read).isPositive();
				read.append(new String(part, 0, length, StandardCharsets.ISO_8859_1));
			}
			return named.matcher(read).results().map((result) -> result.group(1)).toList();
		}
	}

	private Socket connection() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		socket.setSoTimeout(15_000);
		return socket;
	}

	private static byte[] request(String uri) {
		return "GET %s HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.9.8.7\r\n\r\n".formatted(uri)
			.getBytes(StandardCharsets.ISO_8859_1);
	}

}
