package org.rayonka.engagement.scoreboard;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.rayonka.events.Topics;

/**
 * Which partition of the log, and so which part of the scoreboard, an article lives in:
 * the same for good, as Kafka's own partitioner has it.
 */
public final class Partitions {

	private Partitions() {
	}

	/**
	 * Finds the partition of an article.
	 * @param article its id
	 * @return from 0 to {@link Topics#PARTITIONS}, exclusive
	 */
	public static int of(UUID article) {
		return BuiltInPartitioner.partitionForKey(article.toString().getBytes(StandardCharsets.UTF_8),
				Topics.PARTITIONS);
	}

}
