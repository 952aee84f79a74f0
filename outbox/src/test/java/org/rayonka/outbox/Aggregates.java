package org.rayonka.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Changes aggregates as a service does: the row first, then the message that tells its
 * new number, in one transaction.
 */
class Aggregates {

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final Outbox outbox;

	Aggregates(DatabaseClient database, TransactionalOperator transaction, Outbox outbox) {
		this.database = database;
		this.transaction = transaction;
		this.outbox = outbox;
	}

	/** Changes the aggregate of each key, in one transaction. */
	Mono<Void> change(String topic, List<String> keys) {
		return Flux.fromIterable(keys)
			.concatMap((key) -> announce(topic, key))
			.then()
			.as(this.transaction::transactional);
	}

	Mono<Void> changeAndFail(String topic, String key) {
		return announce(topic, key).then(Mono.<Void>error(new IllegalStateException("Changed my mind")))
			.as(this.transaction::transactional);
	}

	/** Changes every key as often as told, many in one transaction. */
	void changeAll(String topic, List<String> keys, int times) {
		Flux.range(0, times).concatMap((time) -> change(topic, keys)).then().block();
	}

	/** How many messages wait. */
	long waiting() {
		return Objects
			.requireNonNull(this.database.sql("select count(*) as n from outbox").mapValue(Long.class).one().block());
	}

	/** Ends the relay's session as the server sees the death of its process. */
	Mono<Long> killRelaySessions() {
		return this.database.sql(
				"select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'orders-outbox'")
			.mapValue(Long.class)
			.one();
	}

	static List<String> keys(int number) {
		return IntStream.range(0, number).mapToObj((n) -> "key-" + n).toList();
	}

	private Mono<Void> announce(String topic, String key) {
		return this.database.sql("""
				insert into aggregate as a (key, n) values (:key, 1)
				on conflict (key) do update set n = a.n + 1 returning n""")
			.bind("key", topic + key)
			.mapValue(Long.class)
			.one()
			.flatMap((n) -> this.outbox.add(new OutboxMessage(topic, key, bytes(n))));
	}

	private static byte[] bytes(long n) {
		return Long.toString(n).getBytes(StandardCharsets.UTF_8);
	}

}
