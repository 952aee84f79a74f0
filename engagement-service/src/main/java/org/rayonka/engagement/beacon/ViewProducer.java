package org.rayonka.engagement.beacon;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.EngagementProperties;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Kafka's producer with the deadlines of a beacon: whoever waits for the answer is a
 * reader's browser, which tries again by itself.
 */
@Component
class ViewProducer implements DisposableBean {

	private static final int BUFFER_BYTES = 8 * 1024 * 1024;

	private final Map<String, Object> configuration;

	private @Nullable Producer<String, byte[]> producer;

	ViewProducer(ProducerFactory<?, ?> kafka, EngagementProperties properties) {
		this.configuration = new HashMap<>(kafka.getConfigurationProperties());
		int deadline = (int) properties.views().ackTimeout().toMillis();
		this.configuration.putAll(Map.of(ProducerConfig.CLIENT_ID_CONFIG, "engagement-views",
				ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
				ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, deadline - 100,
				ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deadline - 50, ProducerConfig.MAX_BLOCK_MS_CONFIG,
				deadline / 3, ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500, ProducerConfig.BUFFER_MEMORY_CONFIG,
				BUFFER_BYTES, ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"));
	}

	/** May block while the brokers are not known. One thread calls. */
	@SuppressWarnings("FutureReturnValueIgnored") // the callback is told
	synchronized void send(ProducerRecord<String, byte[]> record, Callback callback) {
		if (this.producer == null) {
			this.producer = new KafkaProducer<>(this.configuration, new StringSerializer(), new ByteArraySerializer());
		}
		this.producer.send(record, callback);
	}

	@Override
	public synchronized void destroy() {
		if (this.producer != null) {
			this.producer.close(Duration.ofSeconds(2));
		}
	}

}
