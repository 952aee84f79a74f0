package org.rayonka.outbox;

/**
 * What is to be sent to Kafka.
 *
 * @param topic the topic's name
 * @param key decides the partition; messages with the same key keep their order
 * @param payload the record's value as it goes over the wire
 */
@SuppressWarnings("ArrayRecordComponent") // written once to the database, never compared
public record OutboxMessage(String topic, String key, byte[] payload) {
}
