package org.rayonka.outbox;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Transactions that nobody waits for any more, given up at whichever moment.
 */
@UseLocalInfrastructure(servers = { ServerKind.POSTGRESQL, ServerKind.KAFKA })
@SpringBootTest
class WholeTransactionsIT {

	private static final int TRANSACTIONS = 4_000;

	private static final int AT_ONCE = 16;

	@Autowired
	DatabaseClient database;

	@Autowired
	TransactionalOperator transaction;

	@BeforeEach
	void makeATable() {
		run("drop table if exists said");
		run("drop table if exists said_count");
		run("create table said (id uuid primary key)");
		run("create table said_count (part int primary key, number bigint not null)");
		run("insert into said_count select part, 0 from generate_series(0, %d) as part".formatted(AT_ONCE - 1));
	}

	@Test
	void areDoneAsAWholeOrNotAtAll() {
		all();
		long begun = System.nanoTime();
		all();
		long longest = 2 * (System.nanoTime() - begun);
		long given = Flux.range(0, TRANSACTIONS)
			.flatMap((number) -> counted(number % AT_ONCE).timeout(moment(longest), Mono.just(false)), AT_ONCE)
			.filter((done) -> !done)
			.count()
			.blockOptional(Duration.ofMinutes(2))
			.orElseThrow();
		assertThat(given).as("some were given up, some not").isBetween(1L, TRANSACTIONS - 1L);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> number("select count(*) from pg_stat_activity where datname = current_database()"
					+ " and state <> 'idle' and pid <> pg_backend_pid() and query not like 'listen%'") == 0);
		assertThat(number("select sum(number)::bigint from said_count")).isEqualTo(number("select count(*) from said"));
	}

	/** As many as go on at once, to their end. */
	private void all() {
		Flux.range(0, AT_ONCE).flatMap(this::counted).blockLast(Duration.ofMinutes(1));
	}

	/** Four statements: the more, the more moments between them. */
	private Mono<Boolean> counted(int part) {
		UUID id = UUID.randomUUID();
		Mono<Void> said = this.database.sql("insert into said values (:id)").bind("id", id).then();
		Mono<Void> asked = this.database.sql("select 1").then();
		Mono<Void> counted = this.database.sql("update said_count set number = number + 1 where part = :part")
			.bind("part", part)
			.then();
		return said.then(asked).then(counted).then(asked).thenReturn(true).as(this.transaction::transactional);
	}

	private static Duration moment(long longest) {
		return Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest));
	}

	private void run(String sql) {
		this.database.sql(sql).then().block();
	}

	private long number(String sql) {
		return Objects.requireNonNull(this.database.sql(sql).mapValue(Long.class).one().block());
	}

}
