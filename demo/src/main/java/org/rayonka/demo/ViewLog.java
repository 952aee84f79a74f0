package org.rayonka.demo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.rayonka.events.UnreadableEventException;
import org.rayonka.events.ViewRecorded;

/**
 * Appends views to their topic, each once: the plan is the same in every load, so what
 * the topic holds of it already is passed over. No transaction: its markers take offsets,
 * and whoever counts this topic takes every offset for a view.
 */
final class ViewLog {

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration METADATA = Duration.ofSeconds(10);

	private final String bootstrap;

	private final Consumer<String> listener;

	ViewLog(String bootstrap, Consumer<String> listener) {
		this.bootstrap = bootstrap;
		this.listener = listener;
	}

	/**
	 * Appends what the topic does not hold yet.
	 * @param plan in the order of time
	 */
	void record(List<ViewRecorded> plan) {
		try {
			Set<ViewRecorded> there = recorded();
			List<ViewRecorded> missing = plan.stream().filter((view) -> !there.contains(view)).toList();
			Progress progress = new Progress("views", plan.size(), listener);
			progress.add(plan.size() - missing.size());
			append(missing, progress);
		}
		catch (KafkaException ex) {
			throw notKept(ex);
		}
	}

	private Set<ViewRecorded> recorded() {
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(reading(), new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = partitions(consumer);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Set<ViewRecorded> views = new HashSet<>();
			while (partitions.stream().anyMatch((it) -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
				consumer.poll(POLL).forEach((record) -> collect(record, views));
			}
			return views;
		}
	}

	/** Those of the topic, which engagement-service declares when it starts. */
	private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
		Patience patience = new Patience("The topic " + Topics.VIEWS);
		while (true) {
			List<TopicPartition> partitions = consumer.partitionsFor(Topics.VIEWS, METADATA)
				.stream()
				.map((it) -> new TopicPartition(it.topic(), it.partition()))
				.toList();
			if (partitions.size() == Topics.PARTITIONS) {
				return partitions;
			}
			if (patience.ended()) {
				throw new DemoFailedException("The topic %s has %d partitions instead of %d".formatted(Topics.VIEWS,
						partitions.size(), Topics.PARTITIONS));
			}
			patience.pause();
		}
	}

	private static void collect(ConsumerRecord<String, byte[]> record, Set<ViewRecorded> views) {
		try {
			if (EventJson.read(record.value()) instanceof ViewRecorded view && DemoVisitors.isDemo(view.visitor())) {
				views.add(view);
			}
		}
		catch (UnreadableEventException ex) {
			// what is no event is no view of ours
		}
	}

	private void append(List<ViewRecorded> missing, Progress progress) {
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(writing(), new StringSerializer(),
				new ByteArraySerializer())) {
			List<Future<RecordMetadata>> sent = missing.stream()
				.map((view) -> new ProducerRecord<>(Topics.VIEWS, view.key(), EventJson.write(view)))
				.map(producer::send)
				.toList();
			for (Future<RecordMetadata> one : sent) {
				one.get();
				progress.add(1);
			}
		}
		catch (ExecutionException ex) {
			throw notKept(ex);
		}
		catch (InterruptedException ex) {
			throw new Patience("Recording views").interrupted(ex);
		}
	}

	private DemoFailedException notKept(Exception cause) {
		return new DemoFailedException("Views were not kept by Kafka at " + bootstrap + ": " + cause.getMessage(),
				cause);
	}

	private Map<String, Object> reading() {
		return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
				false, ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
	}

	private Map<String, Object> writing() {
		return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.ACKS_CONFIG, "all",
				ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, ProducerConfig.LINGER_MS_CONFIG, 20,
				ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
				ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
	}

}
