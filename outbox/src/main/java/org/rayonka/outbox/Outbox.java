package org.rayonka.outbox;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/**
 * Where a service leaves the messages that tell of its change, in the transaction of that
 * change: committed, they reach Kafka at least once; rolled back, never.
 */
public final class Outbox {

	private static final String INSERT = """
			with added as (insert into outbox (topic, key, payload) values (:topic, :key, :payload) returning id)
			select pg_notify('%s', '') from added""".formatted(RelaySession.CHANNEL);

	private final DatabaseClient database;

	Outbox(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds a message to the current transaction. The order of two messages with the same
	 * key is the order of their ids, so the transaction must have locked the row of the
	 * aggregate that the key names before it calls this: then ids of one key grow in the
	 * order of commits.
	 * @param message what to send
	 * @return completes when the row is written, which is before the commit; an
	 * {@link IllegalStateException} when there is no transaction
	 */
	public Mono<Void> add(OutboxMessage message) {
		Mono<Void> insert = this.database.sql(INSERT)
			.bind("topic", message.topic())
			.bind("key", message.key())
			.bind("payload", message.payload())
			.then();
		return TransactionSynchronizationManager.forCurrentTransaction()
			.onErrorComplete()
			.filter(TransactionSynchronizationManager::isActualTransactionActive)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("An outbox message needs a transaction")))
			.then(insert);
	}

}
