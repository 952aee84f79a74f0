package org.rayonka.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A message leaves exactly when its transaction commits, and in the order of commits.
 */
@UseLocalInfrastructure(servers = { ServerKind.POSTGRESQL, ServerKind.KAFKA })
@SpringBootTest
class OutboxApplicationIT {

	@Autowired
	Aggregates aggregates;

	@Autowired
	TestTopics topics;

	@Autowired
	Outbox outbox;

	@Autowired
	DatabaseClient database;

	@Autowired
	TransactionalOperator transaction;

	@Autowired
	RelayMetrics metrics;

	@BeforeEach
	void startsEmpty() {
		await().until(() -> this.aggregates.waiting() == 0);
	}

	@Test
	void sendsWhatIsCommittedAndCleansUp() throws Exception {
		String topic = this.topics.create();
		this.aggregates.change(topic, List.of("a", "b", "a")).block();
		this.topics.receive(topic, (received) -> received.size() == 3);
		await().until(() -> this.aggregates.waiting() == 0);
	}

	@Test
	void sendsNothingOfWhatIsRolledBack() throws Exception {
		String topic = this.topics.create();
		this.aggregates.changeAndFail(topic, "a").as(StepVerifier::create).verifyError(IllegalStateException.class);
		this.aggregates.change(topic, List.of("a")).block();
		TestTopics.Received received = this.topics.receive(topic, (some) -> some.size() > 0);
		received.assertExactly(List.of("a"), 1);
	}

	@Test
	void refusesAMessageWithoutATransaction() {
		this.outbox.add(new OutboxMessage("t", "k", new byte[0]))
			.as(StepVerifier::create)
			.verifyError(IllegalStateException.class);
	}

	@Test
	void sendsManyOfOneStatementInTheirOrder() throws Exception {
		String topic = this.topics.create();
		List<OutboxMessage> messages = IntStream.rangeClosed(1, 3_000)
			.mapToObj((n) -> new OutboxMessage(topic, "a", Integer.toString(n).getBytes(StandardCharsets.UTF_8)))
			.toList();
		this.outbox.add(messages).then(this.outbox.add(List.of())).as(this.transaction::transactional).block();
		this.topics.receive(topic, (received) -> received.size() == 3_000).assertExactly(List.of("a"), 3_000);
	}

	@Test
	void keepsTheOrderOfEachKeyUnderLoad() throws Exception {
		String topic = this.topics.create();
		List<String> keys = Aggregates.keys(50);
		Flux.range(0, 4)
			.flatMap((writer) -> Flux.range(0, 2_500)
				.concatMap((n) -> this.aggregates.change(topic, List.of(keys.get((writer * 13 + n) % 50))))
				.subscribeOn(Schedulers.parallel()), 4)
			.then()
			.block();
		this.topics.receive(topic, (received) -> received.complete(keys, 200)).assertExactly(keys, 200);
	}

	@Test
	void setsAsideWhatKafkaNeverTakesAndGoesOn() throws Exception {
		String topic = this.topics.create();
		byte[] tooLarge = "7".repeat(3_000_000).getBytes(StandardCharsets.UTF_8);
		this.aggregates.change(topic, List.of("a"))
			.then(this.outbox.add(List.of(new OutboxMessage(topic, "a", tooLarge),
					new OutboxMessage("no topic, surely", "a", new byte[0]))))
			.then(this.aggregates.change(topic, List.of("a")))
			.as(this.transaction::transactional)
			.block();
		this.topics.receive(topic, (received) -> received.size() == 2).assertExactly(List.of("a"), 2);
		await().until(() -> this.aggregates.waiting() == 0);
		assertThat(this.database.sql("select octet_length(payload) from outbox_failed order by id")
			.mapValue(Integer.class)
			.all()
			.collectList()
			.block()).contains(3_000_000, 0);
	}

	@Test
	void tellsWhatItDoes() throws Exception {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		this.metrics.bindTo(registry);
		double before = registry.get("rayonka.outbox.sent").functionCounter().count();
		this.aggregates.change(this.topics.create(), List.of("a", "b")).block();
		await().until(() -> registry.get("rayonka.outbox.sent").functionCounter().count() == before + 2);
		await().until(() -> registry.get("rayonka.outbox.leader").gauge().value() == 1);
		await().until(() -> registry.get("rayonka.outbox.pending").gauge().value() == 0);
		await().until(() -> registry.get("rayonka.outbox.oldest.age").timeGauge().value() == 0);
	}

}
