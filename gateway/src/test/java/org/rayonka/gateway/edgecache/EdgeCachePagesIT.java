package org.rayonka.gateway.edgecache;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.gateway.GatewayTest;
import org.rayonka.gateway.Outside;
import org.rayonka.gateway.StandIn;
import org.rayonka.gateway.StandIns;
import org.rayonka.tags.CacheTags;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Pages out of memory: the same for everybody, and gone when what they show went old.
 */
@GatewayTest
class EdgeCachePagesIT {

	private static final StandIn WEB = StandIns.WEB;

	private static final Duration LONG = Duration.ofSeconds(30);

	/** No other test has asked for it. */
	private final String path = "/zarechye/2026/11/29/" + UUID.randomUUID();

	private final String article = CacheTags.article(UUID.randomUUID());

	@Value("${spring.kafka.bootstrap-servers}")
	private String kafka;

	@Autowired
	private Purges purges;

	@LocalServerPort
	private int port;

	private WebTestClient outside = WebTestClient.bindToServer().build();

	@BeforeEach
	void hearPurges() throws Exception {
		this.outside = Outside.at(this.port);
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.kafka))) {
			admin.createTopics(List.of(new NewTopic(CacheTags.PURGES, 1, (short) 1))).all().get();
		}
		catch (java.util.concurrent.ExecutionException ex) {
			assertThat(ex).hasCauseInstanceOf(TopicExistsException.class);
		}
		await().atMost(LONG).until(() -> this.purges.areHeard(System.nanoTime()));
		WEB.share("max-age=600");
		WEB.tag(CacheTags.write(List.of(this.article, CacheTags.edition("zarechye"))));
	}

	@AfterEach
	void restore() {
		WEB.share("");
		WEB.tag("");
	}

	@Test
	void makesAPageOnceForAllReadersOfALanguage() {
		int before = WEB.requests();
		EntityExchangeResult<String> first = page("ru-RU,ru;q=0.9", "visitor=somebody; other=1");
		EntityExchangeResult<String> second = page("", "visitor=somebody-else");
		assertThat(WEB.requests() - before).isEqualTo(1);
		assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody())
			.contains("\"accept-language\":\"ru\"")
			.doesNotContain("somebody", "cookie\":");
		assertThat(page("en-GB", "").getResponseBody()).contains("\"accept-language\":\"en\"");
		assertThat(WEB.requests() - before).isEqualTo(2);
	}

	@Test
	void tellsNobodyWhatIsForTheEdge() {
		page("ru", "");
		for (EntityExchangeResult<String> answer : List.of(page("ru", ""), page("ru", "lang=en"))) {
			assertThat(answer.getResponseHeaders().containsHeader("Cache-Tag")).isFalse();
			assertThat(answer.getResponseHeaders().containsHeader("CDN-Cache-Control")).isFalse();
		}
	}

	@Test
	void makesAPageForWhoAsksForHisOwn() {
		page("ru", "");
		int before = WEB.requests();
		assertThat(page("ru", "visitor=v; lang=en").getResponseBody()).contains("lang=en");
		assertThat(page("ru", "a11y=on").getResponseBody()).contains("a11y=on");
		get((headers) -> {
		}, "?reply=1");
		assertThat(WEB.requests() - before).isEqualTo(3);
		assertThat(page("ru", "").getResponseBody()).doesNotContain("lang=en", "a11y=on");
		assertThat(WEB.requests() - before).isEqualTo(3);
	}

	@Test
	void makesAPageAnewWhenWhatItShowsWentOld() {
		page("ru", "");
		int before = WEB.requests();
		purge(CacheTags.article(UUID.randomUUID()));
		purge(this.article);
		await().atMost(Duration.ofSeconds(2)).until(() -> {
			page("ru", "");
			return WEB.requests() > before;
		});
	}

	@Test
	void doubtsWhatItGetsJustAfterAPurge() {
		purge(this.article);
		await().atMost(LONG).until(() -> this.purges.doubtful(java.util.Set.of(this.article)));
		page("ru", "");
		int before = WEB.requests();
		await().atMost(Duration.ofSeconds(4)).until(() -> {
			page("ru", "");
			return WEB.requests() > before;
		});
	}

	private EntityExchangeResult<String> page(String languages, String cookies) {
		return get((headers) -> {
			headers.set(HttpHeaders.ACCEPT_LANGUAGE, languages);
			if (!cookies.isEmpty()) {
				headers.set(HttpHeaders.COOKIE, cookies);
			}
		}, "");
	}

	private EntityExchangeResult<String> get(Consumer<HttpHeaders> headers, String query) {
		return this.outside.get()
			.uri(this.path + query)
			.headers(headers)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult();
	}

	private void purge(String tag) {
		Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.kafka);
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings, new StringSerializer(),
				new ByteArraySerializer())) {
			var _ = producer.send(new ProducerRecord<>(CacheTags.PURGES, tag, CacheTags.purge(tag)));
		}
	}

}
