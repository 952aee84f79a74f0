package org.rayonka.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.rayonka.events.ViewRecorded;
import org.rayonka.infrastructure.RunningInfrastructure;
import org.rayonka.infrastructure.ServerKind;

/**
 * The topic of views on a real broker.
 */
record ViewTopic(String bootstrap) {

	static ViewTopic declared() throws InterruptedException, ExecutionException {
		String bootstrap = RunningInfrastructure.current(Set.of(ServerKind.KAFKA)).kafka().bootstrapServers();
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
			admin.createTopics(List.of(new NewTopic(Topics.VIEWS, Topics.PARTITIONS, (short) 1))).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw ex;
			}
		}
		return new ViewTopic(bootstrap);
	}

	/** What it holds of these articles, in the order of each partition. */
	List<ViewRecorded> of(Set<UUID> articles) {
		List<ViewRecorded> views = new ArrayList<>();
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrap),
				new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(Topics.VIEWS)
				.stream()
				.map((it) -> new TopicPartition(it.topic(), it.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream().anyMatch((it) -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
				consumer.poll(Duration.ofMillis(200)).forEach((record) -> {
					ViewRecorded view = (ViewRecorded) EventJson.read(record.value());
					if (articles.contains(view.article()) && record.key().equals(view.key())) {
						views.add(view);
					}
				});
			}
		}
		return views;
	}

}
