package org.rayonka.engagement.recount;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.rayonka.events.Event;
import org.rayonka.events.EventJson;
import org.rayonka.events.UnreadableEventException;

/**
 * Reads one partition of a topic from its beginning, outside of any group. Calls block.
 */
final class LogReader implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int FETCH_BYTES = 8 * 1024 * 1024;

	private final TopicPartition partition;

	private final KafkaConsumer<String, byte[]> consumer;

	private final long begin;

	LogReader(Map<String, Object> kafka, String topic, int partition) {
		Map<String, Object> configuration = new HashMap<>(kafka);
		configuration.keySet()
			.removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
					ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG));
		configuration.putAll(Map.of(ConsumerConfig.CLIENT_ID_CONFIG, "engagement-recount",
				ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000, ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
				FETCH_BYTES, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
				ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false));
		this.partition = new TopicPartition(topic, partition);
		this.consumer = new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
		this.consumer.assign(List.of(this.partition));
		this.begin = Objects
			.requireNonNull(this.consumer.beginningOffsets(List.of(this.partition)).get(this.partition));
		this.consumer.seek(this.partition, this.begin);
	}

	/** The offset of the oldest record that is still there. */
	long begin() {
		return this.begin;
	}

	/** The offset that the next record will have. */
	synchronized long end() {
		return Objects.requireNonNull(this.consumer.endOffsets(List.of(this.partition)).get(this.partition));
	}

	/**
	 * Reads on from where it stopped.
	 * @param to the offset to stop before
	 * @param enough asked after each poll
	 * @param reader told of every event, in order; what is none is passed over
	 * @return the offset to which it came
	 */
	synchronized long read(long to, BooleanSupplier enough, Reader reader) {
		long latest = System.nanoTime() + PATIENCE.toNanos();
		long position = this.consumer.position(this.partition);
		while (position < to && !enough.getAsBoolean()) {
			for (ConsumerRecord<String, byte[]> record : this.consumer.poll(POLL).records(this.partition)) {
				if (record.offset() < to) {
					tell(record, reader);
				}
			}
			long now = Math.min(to, this.consumer.position(this.partition));
			if (now > position) {
				latest = System.nanoTime() + PATIENCE.toNanos();
			}
			else if (System.nanoTime() > latest) {
				throw new RecountException("Kafka does not answer: nothing came of " + this.partition + " from offset "
						+ position + " on");
			}
			position = now;
		}
		if (this.consumer.position(this.partition) > position) {
			this.consumer.seek(this.partition, position);
		}
		return position;
	}

	private static void tell(ConsumerRecord<String, byte[]> record, Reader reader) {
		try {
			reader.read(record.offset(), record.timestamp(),
					EventJson.read((record.value() != null) ? record.value() : new byte[0]));
		}
		catch (UnreadableEventException ex) {
			// set aside when it was first read
		}
	}

	@Override
	public void close() {
		this.consumer.wakeup();
		synchronized (this) {
			this.consumer.close();
		}
	}

	/**
	 * Who is told.
	 */
	interface Reader {

		void read(long offset, long timestamp, Event event);

	}

}
