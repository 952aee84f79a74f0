package org.rayonka.outbox;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A message on its way, with the id by which it is put in order and taken out.
 *
 * @param id grows in commit order among rows of the same key
 * @param message what to send
 */
record OutboxRow(long id, OutboxMessage message) {

	ProducerRecord<String, byte[]> toRecord() {
		return new ProducerRecord<>(this.message.topic(), this.message.key(), this.message.payload());
	}

}
