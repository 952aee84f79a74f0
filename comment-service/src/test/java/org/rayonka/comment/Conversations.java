package org.rayonka.comment;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Begins discussions of articles that no other test knows.
 */
@TestComponent
class Conversations {

	private final WebTestClient client;

	private final KafkaTemplate<String, byte[]> kafka;

	private final ConsumerFactory<String, byte[]> consumers;

	private final DatabaseClient database;

	Conversations(WebTestClient client, KafkaTemplate<String, byte[]> kafka, ConsumerFactory<String, byte[]> consumers,
			DatabaseClient database) {
		this.client = client;
		this.kafka = kafka;
		this.consumers = consumers;
		this.database = database;
	}

	/** A discussion of an article that is published. */
	Conversation begin() {
		return unknown().published();
	}

	/** A discussion of an article that is not published yet. */
	Conversation unknown() {
		return in("zarechye");
	}

	/** A discussion of an article of an edition, not published yet. */
	Conversation in(String edition) {
		return new Conversation(edition, this.client, this.kafka, this.consumers, this.database);
	}

}
