package org.rayonka.comment.rules;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.comment.discussion.EditionRules.Checker;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Verdict;
import org.rayonka.events.Premoderation;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A checker of somebody else's, as it answers and as it fails.
 */
class ExternalCheckerTests {

	private static final String SECRET = "a-secret-of-no-installation-at-all";

	private static final Duration DEADLINE = Duration.ofMillis(300);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

	private volatile Function<String, Mono<String>> answers = (body) -> Mono.just("{\"verdict\":\"pass\"}");

	private volatile int status = 200;

	private DisposableServer server;

	@BeforeEach
	void aCheckerRuns() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> request.receive()
				.aggregate()
				.asString()
				.doOnNext((body) -> this.asked.add(new Asked(request.requestHeaders().get("Rayonka-Signature"), body)))
				.flatMap((body) -> this.answers.apply(body))
				.flatMap((answer) -> response.status(this.status)
					.header("Content-Type", "application/json")
					.sendString(Mono.just(answer))
					.then()))
			.bindNow();
	}

	@AfterEach
	void itStops() {
		this.server.disposeNow();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"verdict\":\"pass\"}", "{\"verdict\":\"pass\",\"reason\":null,\"score\":0.1}" })
	void lets(String answer) {
		answer(answer);
		assertJudged(Checker.HOLD, Verdict.PASS);
	}

	@Test
	void holdsAndWithholdsWithItsReason() {
		answer("{\"verdict\":\"hold\",\"reason\":\"Похоже на\\nрекламу\"}");
		assertJudged(Checker.PASS, new Verdict.Hold(new Finding("checker", "Похоже на рекламу")));
		answer("{\"verdict\":\"withhold\",\"reason\":\"%s\"}".formatted("я".repeat(500)));
		assertJudged(Checker.PASS, new Verdict.Withhold(new Finding("checker", "я".repeat(200))));
	}

	@Test
	void isAskedUnderASignatureAndNotToldWhoTheAuthorIs() throws Exception {
		assertJudged(Checker.HOLD, Verdict.PASS);
		Asked request = this.asked.take();
		long seconds = Drafting.NOW.getEpochSecond();
		assertThat(request.signature())
			.isEqualTo("t=%d,v1=%s".formatted(seconds, hmac(seconds + "." + request.body())));
		JsonNode body = JSON.readTree(request.body());
		assertThat(body.propertyNames()).containsExactlyInAnyOrder("article", "edition", "author", "name", "text");
		assertThat(body.get("text").asString()).isEqualTo("Мост открыли");
		assertThat(body.get("author").asString()).hasSize(64);
		assertThat(request.body()).doesNotContain("a-reader");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no json", "[]", "{}", "{\"verdict\":\"maybe\"}", "{\"verdict\":1}", "null" })
	void isAwayWhenItsAnswerCannotBeRead(String answer) {
		answer(answer);
		assertAway();
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 401, 404, 429, 500, 503 })
	void isAwayWhenItRefuses(int status) {
		this.status = status;
		answer("");
		assertAway();
	}

	@Test
	void isAwayWhenItIsSlow() {
		this.answers = (body) -> Mono.never();
		assertAway();
	}

	@Test
	void isAwayWhenNobodyListens() {
		this.server.disposeNow();
		assertAway();
	}

	@Test
	void isNotAskedWhereTheEditionDoesNotWantIt() {
		answer("{\"verdict\":\"hold\"}");
		assertJudged(Checker.OFF, Verdict.PASS);
		assertThat(this.asked).isEmpty();
	}

	@Test
	void isNotAskedWhereThereIsNone() {
		checker(new CheckerProperties("", "", DEADLINE)).judge(Drafting.draft(Drafting.READER))
			.as(StepVerifier::create)
			.expectNext(Verdict.PASS)
			.verifyComplete();
	}

	@Test
	void isNeverAskedUnderAWeakSecret() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CheckerProperties("http://127.0.0.1:1", "short", DEADLINE));
		assertThat(new CheckerProperties("http://127.0.0.1:1", SECRET, DEADLINE).toString()).doesNotContain(SECRET);
	}

	private void answer(String json) {
		this.answers = (body) -> Mono.just(json);
	}

	private void assertAway() {
		assertJudged(Checker.HOLD, new Verdict.Hold(new Finding("checker-away", "The checker gave no answer")));
		assertJudged(Checker.PASS, Verdict.PASS);
	}

	private void assertJudged(Checker wanted, Verdict expected) {
		checker(new CheckerProperties("http://127.0.0.1:%d/check".formatted(this.server.port()), SECRET, DEADLINE))
			.judge(Drafting.draft(Drafting.READER, Premoderation.NOBODY, wanted))
			.as(StepVerifier::create)
			.expectNext(expected)
			.expectComplete()
			.verify(Duration.ofSeconds(10));
	}

	private static ExternalChecker checker(CheckerProperties properties) {
		CheckerClient client = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(WebClient.create()))
			.build()
			.createClient(CheckerClient.class);
		return new ExternalChecker(client, properties, new CheckerSignature(properties), JSON,
				Clock.fixed(Drafting.NOW, ZoneOffset.UTC));
	}

	private static String hmac(String text) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
	}

	private record Asked(String signature, String body) {

	}

}
