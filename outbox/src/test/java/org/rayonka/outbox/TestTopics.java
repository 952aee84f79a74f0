package org.rayonka.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import org.springframework.kafka.core.KafkaAdmin;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Topics of a test's own, and what arrived in them.
 */
class TestTopics {

	private static final int PARTITIONS = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Map<String, Object> kafka;

	TestTopics(KafkaAdmin admin) {
		this.kafka = admin.getConfigurationProperties();
	}

	String create() throws ExecutionException, InterruptedException {
		String name = "test-" + UUID.randomUUID();
		create(name);
		return name;
	}

	void create(String name) throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(this.kafka)) {
			admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
		}
	}

	/** Reads a topic from its beginning until what was read will do. */
	Received receive(String topic, Predicate<Received> enough) {
		Received received = new Received(new LinkedHashMap<>());
		Map<String, Object> configuration = new HashMap<>(this.kafka);
		configuration.put("auto.offset.reset", "earliest");
		StringDeserializer text = new StringDeserializer();
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(configuration, text, text)) {
			consumer.assign(IntStream.range(0, PARTITIONS).mapToObj((n) -> new TopicPartition(topic, n)).toList());
			while (!enough.test(received)) {
				assertThat(System.nanoTime()).as("%s arrived in time", received).isLessThan(deadline);
				consumer.poll(Duration.ofMillis(100))
					.forEach((record) -> received.add(record.key(), Long.parseLong(record.value())));
			}
		}
		return received;
	}

	/**
	 * The numbers that arrived for each key, in the order of their arrival.
	 *
	 * @param byKey key to numbers
	 */
	record Received(Map<String, List<Long>> byKey) {

		void add(String key, long number) {
			this.byKey.computeIfAbsent(key, (_) -> new ArrayList<>()).add(number);
		}

		int size() {
			return this.byKey.values().stream().mapToInt(List::size).sum();
		}

		/** Whether each of the keys has been told its last number. */
		boolean complete(List<String> keys, long last) {
			return keys.stream().allMatch((key) -> this.byKey.getOrDefault(key, List.of()).contains(last));
		}

		/** Every number once, in order. */
		void assertExactly(List<String> keys, long last) {
			assertThat(this.byKey).containsOnlyKeys(keys);
			assertThat(this.byKey.values())
				.allSatisfy((numbers) -> assertThat(numbers).containsExactlyElementsOf(upTo(last)));
		}

		/** Every number in order, going back only to repeat, and ending with the last. */
		void assertInOrderWithRepetitions(List<String> keys, long last) {
			assertThat(this.byKey).containsOnlyKeys(keys);
			assertThat(this.byKey.values()).allSatisfy((numbers) -> {
				assertThat(numbers.stream().distinct()).containsExactlyElementsOf(upTo(last));
				assertThat(numbers).endsWith(last);
				IntStream.range(1, numbers.size())
					.forEach((i) -> assertThat(numbers.get(i)).isLessThanOrEqualTo(numbers.get(i - 1) + 1));
			});
		}

		private static List<Long> upTo(long last) {
			return LongStream.rangeClosed(1, last).boxed().toList();
		}

		@Override
		public String toString() {
			return size() + " records of " + this.byKey.size() + " keys";
		}

	}

}
