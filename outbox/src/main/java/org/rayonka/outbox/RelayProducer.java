package org.rayonka.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The relay's way to Kafka: an idempotent producer that keeps the order of a partition
 * through its retries, and retries for as long as the broker is away. One is used until
 * the first failure and then thrown away with everything still in it, so that nothing
 * overtakes the row that failed.
 */
final class RelayProducer implements AutoCloseable {

	private final Producer<String, byte[]> producer;

	RelayProducer(Map<String, Object> configuration) {
		this.producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
	}

	/**
	 * Lays what order and durability need over a service's Kafka configuration.
	 * @param service addresses, security and whatever else the service has configured
	 * @param clientId the name under which the broker sees the relay
	 * @return the producer's configuration
	 */
	static Map<String, Object> configuration(Map<String, Object> service, String clientId) {
		Map<String, Object> configuration = new HashMap<>(service);
		configuration.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
		configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		configuration.put(ProducerConfig.ACKS_CONFIG, "all");
		// on a topic just made a second request can be taken before the first, which then
		// never is (KAFKA-15591)
		configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
		configuration.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
		// a record that expired could be overtaken by the one behind it
		configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
		configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
		configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
		configuration.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
		configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		configuration.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L * 1024 * 1024);
		configuration.put(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
		configuration.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
		configuration.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
		return configuration;
	}

	/**
	 * Hands rows to Kafka in order, up to the first that fails at once. Blocks while the
	 * topic's partitions are not known.
	 */
	RelayBatch send(List<OutboxRow> rows) {
		List<Future<?>> acks = new ArrayList<>(rows.size());
		for (OutboxRow row : rows) {
			Future<?> ack = this.producer.send(row.toRecord());
			acks.add(ack);
			if (ack.state() == Future.State.FAILED && !RelayBatch.forGood(ack.exceptionNow())) {
				break;
			}
		}
		return new RelayBatch(rows, acks);
	}

	@Override
	public void close() {
		this.producer.close(Duration.ZERO);
	}

}
