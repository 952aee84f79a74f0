package org.rayonka.article;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.rayonka.events.CommentPublished;
import org.rayonka.events.CommentRemoved;
import org.rayonka.events.CountsChanged;
import org.rayonka.events.Event;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What other services count arrives by their events.
 */
class CountsIT extends RunningService {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	@Autowired
	KafkaTemplate<String, byte[]> producer;

	@Value("${spring.kafka.bootstrap-servers}")
	String kafka;

	@Test
	void showsTheNewestOfEventsThatComeLateAndTwice() {
		UUID article = UUID.fromString(published(edition(), "Мост открыли").id());
		assertThat(counts(article).toString()).isEqualTo("{\"views\":null,\"likes\":null,\"comments\":null}");
		UUID comment = UUID.randomUUID();
		send(Topics.ENGAGEMENT, new CountsChanged(article, 7, NOW, 120, 9));
		send(Topics.ENGAGEMENT, new CountsChanged(article, 5, NOW, 100, 12));
		send(Topics.ENGAGEMENT, new CountsChanged(article, 7, NOW, 120, 9));
		send(Topics.COMMENTS, new CommentRemoved(article, comment, 4, NOW, 2));
		send(Topics.COMMENTS, new CommentPublished(article, comment, 3, NOW, 3));
		await().untilAsserted(
				() -> assertThat(counts(article).toString()).isEqualTo("{\"views\":120,\"likes\":9,\"comments\":2}"));
		send(Topics.ENGAGEMENT, new CountsChanged(article, 6, NOW, 110, 11));
		send(Topics.ENGAGEMENT, new CountsChanged(article, 8, NOW, 121, 8));
		await().untilAsserted(
				() -> assertThat(counts(article).toString()).isEqualTo("{\"views\":121,\"likes\":8,\"comments\":2}"));
	}

	@Test
	void passesOverWhatItCannotReadAndSetsItAside() {
		UUID article = UUID.fromString(published(edition(), "Мост открыли").id());
		String poison = "poison " + article;
		send(Topics.ENGAGEMENT, new CountsChanged(article, 1, NOW, 1, 0));
		this.producer.send(Topics.ENGAGEMENT, article.toString(), poison.getBytes(StandardCharsets.UTF_8)).join();
		this.producer
			.send(Topics.ENGAGEMENT, article.toString(),
					("{\"type\":\"counts.reset\",\"article\":\"" + article + "\",\"at\":\"2026-11-22T10:00:00Z\"}")
						.getBytes(StandardCharsets.UTF_8))
			.join();
		send(Topics.ENGAGEMENT, new CountsChanged(article, 2, NOW, 2, 1));
		await().untilAsserted(() -> assertThat(counts(article).path("views").asInt()).isEqualTo(2));
		assertThat(deadLetters(poison)).isEqualTo(1);
	}

	private JsonNode counts(UUID article) {
		return get("/api/v1/articles/" + article).path("counts");
	}

	private long deadLetters(String value) {
		String topic = Topics.deadLetter(Topics.ENGAGEMENT);
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", this.kafka),
				new StringDeserializer(), new ByteArrayDeserializer())) {
			var partitions = consumer.partitionsFor(topic)
				.stream()
				.map((info) -> new TopicPartition(topic, info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			long found = 0;
			long end = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
			for (long read = 0; read < end;) {
				for (var letter : consumer.poll(Duration.ofMillis(200))) {
					read++;
					found += new String(letter.value(), StandardCharsets.UTF_8).equals(value) ? 1 : 0;
				}
			}
			return found;
		}
	}

	private void send(String topic, Event event) {
		this.producer.send(topic, event.key(), EventJson.write(event)).join();
	}

}
