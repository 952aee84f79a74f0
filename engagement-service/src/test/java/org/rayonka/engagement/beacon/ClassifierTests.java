package org.rayonka.engagement.beacon;

import java.net.URI;
import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.engagement.EngagementProperties;
import org.rayonka.engagement.EngagementProperties.Views;
import org.rayonka.events.ViewRecorded.Client;
import org.rayonka.events.ViewRecorded.Verdict;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a beacon is taken for.
 */
class ClassifierTests {

	private static final String PHONE = "mozilla/5.0 (linux; android 13; cubot note 50) applewebkit/537.36 (khtml, "
			+ "like gecko) chrome/130.0.0.0 mobile safari/537.36";

	private final Classifier classifier = classifier(true);

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0 | READER",
					"Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 50) Chrome/130.0.0.0 Mobile Safari/537.36 | READER",
					"Mozilla/5.0 (Linux; arm_64; Android 12; Galaxy Tab/7) YaBrowser/24.1 Mobile | READER",
					"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | CRAWLER",
					"Mozilla/5.0 (compatible; YandexRenderResourcesBot/1.0; +http://yandex.com/bots) | CRAWLER",
					"TelegramBot (like TwitterBot) | CRAWLER", "GPTBot/1.2 | CRAWLER", "- | AUTOMATED",
					"curl/8.5.0 | AUTOMATED", "python-requests/2.32 | AUTOMATED",
					"Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/130.0 | AUTOMATED",
					"Go-http-client/2.0 | AUTOMATED" })
	void judgesByUserAgent(String userAgent, Verdict verdict) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.post("/");
		if (userAgent != null) {
			request.header("User-Agent", userAgent);
		}
		assertThat(judged(this.classifier, Sender.of(request.build()), "v")).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Purpose, prefetch;prerender", "Purpose, prefetch", "X-Moz, prefetch", "X-Purpose, preview" })
	void knowsPagesFetchedAhead(String header, String value) {
		Sender sender = Sender
			.of(MockServerHttpRequest.post("/").header("User-Agent", PHONE).header(header, value).build());
		assertThat(judged(this.classifier, sender, "v")).isEqualTo(Verdict.PREFETCH);
	}

	@Test
	void believesNobodyWhoReadsFasterThanAPersonCan() {
		Sender sender = new Sender("10.0.0.1", PHONE, false);
		for (int i = 0; i < 60; i++) {
			assertThat(judged(this.classifier, sender, "v")).isEqualTo(Verdict.READER);
		}
		assertThat(judged(this.classifier, sender, "v")).isEqualTo(Verdict.AUTOMATED);
		assertThat(judged(this.classifier, sender, "w")).isEqualTo(Verdict.READER);
		assertThat(judged(classifier(false), sender, "v")).isEqualTo(Verdict.READER);
	}

	@Test
	void takesTheAddressThatTheGatewaySaw() {
		Sender sender = Sender
			.of(MockServerHttpRequest.post("/").header("X-Forwarded-For", "203.0.113.7, 10.0.0.1").build());
		assertThat(sender.address()).isEqualTo("203.0.113.7");
	}

	@Test
	void keepsTheGrounds() {
		Sender sender = new Sender("10.0.0.1", PHONE, true);
		assertThat(this.classifier.judge(sender, "v").client()).isEqualTo(new Client(PHONE, true, false));
	}

	@Test
	void judgesByRulesThatWereWrittenDown() {
		Rules written = Rules.of(Rules.today().text());
		assertThat(written.judge(new Client("curl/8.5.0", false, false))).isEqualTo(Verdict.AUTOMATED);
		assertThat(written.judge(new Client("gptbot/1.2", false, false))).isEqualTo(Verdict.CRAWLER);
		assertThat(written.judge(new Client(PHONE, false, false))).isEqualTo(Verdict.READER);
		assertThat(written.judge(new Client(PHONE, false, true))).isEqualTo(Verdict.AUTOMATED);
		assertThat(Rules.of("").judge(new Client("curl/8.5.0", false, false))).isEqualTo(Verdict.READER);
		assertThat(Rules.of("crawler curl").judge(new Client("curl/8.5.0", false, false))).isEqualTo(Verdict.CRAWLER);
	}

	private static Verdict judged(Classifier classifier, Sender sender, String visitor) {
		return classifier.judge(sender, visitor).verdict();
	}

	private static Classifier classifier(boolean judgeRate) {
		EngagementProperties properties = new EngagementProperties(URI.create("http://localhost"), new Views(
				Duration.ofMinutes(30), judgeRate, 60, Duration.ofMillis(900), 100, 1, Duration.ofSeconds(10)));
		return new Classifier(new ReadingRate(properties), new SimpleMeterRegistry());
	}

}
