package org.rayonka.article;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.article.darkroom.Pictures;
import org.rayonka.events.EditionChanged;
import org.rayonka.events.EventJson;
import org.rayonka.events.Premoderation;
import org.rayonka.events.Topics;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an edition settles for its comments and its readers, and who hears of it.
 */
class EditionIT extends RunningService {

	@Value("${spring.kafka.bootstrap-servers}")
	private String kafka;

	private final String edition = "e" + UUID.randomUUID().toString().substring(0, 13);

	@Test
	void hasNobodyElseCountItsReadersUnlessItSaysSo() {
		put(Map.of()).expectStatus().isCreated();
		JsonNode kept = get("/api/v1/editions/" + this.edition);
		assertThat(kept.path("premoderation").asString()).isEqualTo("guests");
		assertThat(kept.path("analytics").isNull()).isTrue();
		assertThat(kept.path("vkGroup").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "vesti, vesti", "https://vk.com/vesti, vesti", "vk.ru/club12/, club12", "http://m.vk.com/a.b_c, a.b_c",
			"'',", "https://www.vk.com/public7, public7" })
	void knowsItsGroupByNameOrAddress(String written, String kept) {
		put(Map.of("vkGroup", written, "analytics", "00123")).expectStatus().isCreated();
		JsonNode edition = get("/api/v1/editions/" + this.edition);
		assertThat(edition.path("vkGroup").asStringOpt().orElse(null)).isEqualTo(kept);
		assertThat(edition.path("analytics").asString()).isEqualTo("00123");
	}

	@Test
	void showsASmallPictureAsItsEmblem() {
		String small = uploaded(512, 300);
		put(Map.of("emblem", small)).expectStatus().isCreated();
		assertThat(get("/api/v1/editions/" + this.edition).path("emblem").asString()).startsWith("http")
			.endsWith(small);
		put(Map.of("emblem", uploaded(300, 513))).expectStatus().isBadRequest();
		put(Map.of("emblem", "")).expectStatus().isOk();
		assertThat(get("/api/v1/editions/" + this.edition).path("emblem").isNull()).isTrue();
	}

	@Test
	void tellsOfEachChangeOnceAndInOrder() {
		List<Premoderation> written = new ArrayList<>();
		for (Premoderation whose : List.of(Premoderation.EVERYBODY, Premoderation.NOBODY, Premoderation.GUESTS)) {
			put(Map.of("premoderation", whose.name().toLowerCase(Locale.ROOT))).expectStatus().is2xxSuccessful();
			written.add(whose);
		}
		List<EditionChanged> told = told(3);
		assertThat(told).map(EditionChanged::premoderation).isEqualTo(written);
		assertThat(told).map(EditionChanged::revision).containsExactly(1L, 2L, 3L);
	}

	@Test
	void tellsOfChangesAtTheSameTimeInTheOrderInWhichTheyAreKept() {
		int changes = 20;
		IntStream.range(0, changes)
			.mapToObj((i) -> CompletableFuture
				.runAsync(() -> put(Map.of("premoderation", (i % 2 == 0) ? "everybody" : "nobody")).expectStatus()
					.is2xxSuccessful()))
			.toList()
			.forEach(CompletableFuture::join);
		List<EditionChanged> told = told(changes);
		assertThat(told).map(EditionChanged::revision)
			.containsExactlyElementsOf(LongStream.rangeClosed(1, changes).boxed().toList());
		assertThat(get("/api/v1/editions/" + this.edition).path("premoderation").asString())
			.isEqualTo(told.getLast().premoderation().name().toLowerCase(Locale.ROOT));
	}

	@Test
	void tellsNothingOfAChangeThatIsRefused() {
		put(Map.of("premoderation", "everybody")).expectStatus().isCreated();
		published(this.edition, "Мост открыли");
		put(Map.of("premoderation", "nobody", "phone", "")).expectStatus().isEqualTo(409);
		put(Map.of("premoderation", "guests")).expectStatus().isOk();
		assertThat(told(2)).map(EditionChanged::premoderation)
			.containsExactly(Premoderation.EVERYBODY, Premoderation.GUESTS);
	}

	private String uploaded(int width, int height) {
		return body(call(HttpMethod.POST, "/api/v1/newsroom/media", CLIENT).bodyValue(Pictures.png(width, height))
			.exchange()
			.expectStatus()
			.isCreated()).path("path").asString();
	}

	private WebTestClient.ResponseSpec put(Map<String, Object> settings) {
		Map<String, Object> form = new HashMap<>(imprint());
		form.putAll(settings);
		return call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + this.edition, CLIENT)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(form)
			.exchange();
	}

	private List<EditionChanged> told(int count) {
		List<EditionChanged> found = new ArrayList<>();
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", this.kafka),
				new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
				.mapToObj((number) -> new TopicPartition(Topics.EDITIONS, number))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			await().atMost(Duration.ofSeconds(30)).until(() -> {
				consumer.poll(Duration.ofMillis(200)).forEach((message) -> {
					if (this.edition.equals(message.key())
							&& EventJson.read(message.value()) instanceof EditionChanged event) {
						found.add(event);
					}
				});
				return found.size() >= count;
			});
		}
		return found;
	}

}
