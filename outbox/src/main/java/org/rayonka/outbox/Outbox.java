package org.rayonka.outbox;

import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/**
 * Where a service leaves the messages that tell of its change, in the transaction of that
 * change: committed, they reach Kafka at least once; rolled back, never.
 */
public final class Outbox {

	/** Payloads travel in Base64: the driver knows no array of bytea. */
	private static final String INSERT = """
			with added as (insert into outbox (topic, key, payload)
				select topic, key, decode(payload, 'base64')
				from unnest(:topics, :keys, :payloads) with ordinality as message (topic, key, payload, place)
				order by place returning id)
			select pg_notify('%s', '') from added limit 1""".formatted(RelaySession.CHANNEL);

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
		return add(List.of(message));
	}

	/**
	 * Adds messages as {@link #add(OutboxMessage)} does, in one statement.
	 * @param messages what to send, in this order; some thousands at most
	 * @return completes when the rows are written, which is before the commit; an
	 * {@link IllegalStateException} when there is no transaction
	 */
	public Mono<Void> add(List<OutboxMessage> messages) {
		Base64.Encoder base64 = Base64.getEncoder();
		Mono<Void> insert = messages.isEmpty() ? Mono.empty()
				: this.database.sql(INSERT)
					.bind("topics", column(messages, OutboxMessage::topic))
					.bind("keys", column(messages, OutboxMessage::key))
					.bind("payloads", column(messages, (message) -> base64.encodeToString(message.payload())))
					.then();
		return TransactionSynchronizationManager.forCurrentTransaction()
			.onErrorComplete()
			.filter(TransactionSynchronizationManager::isActualTransactionActive)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("An outbox message needs a transaction")))
			.then(insert);
	}

	private static String[] column(List<OutboxMessage> messages, Function<OutboxMessage, String> value) {
		return messages.stream().map(value).toArray(String[]::new);
	}

}
