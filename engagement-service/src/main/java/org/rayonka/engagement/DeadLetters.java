package org.rayonka.engagement;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.rayonka.events.Event;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.rayonka.events.UnknownEvent;
import org.rayonka.events.UnreadableEventException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the records of a batch and sets aside what is no event, so that one bad record
 * never stops those behind it.
 */
@Component
public class DeadLetters {

	private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

	private static final int WAIT_SECONDS = 10;

	private final KafkaTemplate<Object, Object> kafka;

	private final MeterRegistry meters;

	DeadLetters(KafkaTemplate<Object, Object> kafka, MeterRegistry meters) {
		this.kafka = kafka;
		this.meters = meters;
	}

	/**
	 * Reads a record on the consumer's thread. What is no event has been written to the
	 * dead-letter topic when this returns.
	 * @param record of any topic of events
	 * @return the event, empty when this release has no use for the record
	 */
	public Optional<Event> read(ConsumerRecord<String, byte[]> record) {
		try {
			Event event = EventJson.read((record.value() != null) ? record.value() : new byte[0]);
			if (event instanceof UnknownEvent) {
				count(record, "unknown");
				return Optional.empty();
			}
			return Optional.of(event);
		}
		catch (UnreadableEventException ex) {
			setAside(record, ex);
			return Optional.empty();
		}
	}

	private void setAside(ConsumerRecord<String, byte[]> record, UnreadableEventException reason) {
		log.atError()
			.addKeyValue("topic", record.topic())
			.addKeyValue("partition", record.partition())
			.addKeyValue("offset", record.offset())
			.addKeyValue("reason", reason.getMessage())
			.log("record set aside");
		String topic = Topics.deadLetter(record.topic());
		try {
			this.kafka
				.send(new ProducerRecord<>(topic, record.partition(), record.timestamp(), record.key(), record.value(),
						record.headers()))
				.get(WAIT_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while a record was set aside", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("A record could not be set aside", ex);
		}
		count(record, "unreadable");
	}

	private void count(ConsumerRecord<String, byte[]> record, String outcome) {
		this.meters.counter("rayonka.engagement.records.skipped", "topic", record.topic(), "outcome", outcome)
			.increment();
	}

}
