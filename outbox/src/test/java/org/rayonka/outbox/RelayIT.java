package org.rayonka.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Nothing is lost and no order is broken, whoever goes away: the relay, its session, a
 * topic.
 */
@UseLocalInfrastructure(servers = { ServerKind.POSTGRESQL, ServerKind.KAFKA })
@SpringBootTest(properties = "rayonka.outbox.enabled=false")
class RelayIT {

	@Autowired
	Aggregates aggregates;

	@Autowired
	TestTopics topics;

	@Autowired
	ConnectionFactory connections;

	@Autowired
	ProducerFactory<?, ?> kafka;

	@Autowired
	OutboxProperties properties;

	private final RelayMetrics metrics = new RelayMetrics();

	private final RelayMetrics otherMetrics = new RelayMetrics();

	private Relay relay;

	private Relay other;

	@BeforeEach
	void startsEmpty() {
		this.relay = relay(this.metrics, this.properties);
		this.other = relay(this.otherMetrics, this.properties);
		this.relay.start();
		await().until(() -> this.aggregates.waiting() == 0);
		this.relay.stop();
	}

	@AfterEach
	void stop() {
		this.relay.stop();
		this.other.stop();
	}

	@Test
	void sendsAgainInOrderAfterACrashBetweenSendAndDelete() throws Exception {
		String topic = this.topics.create();
		List<String> keys = Aggregates.keys(3);
		this.aggregates.changeAll(topic, keys, 10);
		Connection lock = lockWaitingRows();
		this.relay.start();
		this.topics.receive(topic, (received) -> received.complete(keys, 10));
		this.aggregates.killRelaySessions().block();
		assertThat(this.aggregates.waiting()).isEqualTo(30);
		Mono.from(lock.close()).block();
		await().until(() -> this.aggregates.waiting() == 0);
		TestTopics.Received received = this.topics.receive(topic, (some) -> some.size() >= 60);
		received.assertInOrderWithRepetitions(keys, 10);
	}

	@Test
	void keepsWhatStandsBehindAFailureUntilItIsSent() throws Exception {
		String topic = this.topics.create();
		String missing = "missing-" + UUID.randomUUID();
		this.aggregates.change(topic, List.of("a")).block();
		this.aggregates.change(missing, List.of("a")).block();
		this.aggregates.change(topic, List.of("a", "a")).block();
		this.relay.start();
		await().until(() -> this.aggregates.waiting() == 3);
		this.topics.create(missing);
		await().atMost(30, TimeUnit.SECONDS).until(() -> this.aggregates.waiting() == 0);
		this.topics.receive(missing, (received) -> received.size() == 1).assertExactly(List.of("a"), 1);
		this.topics.receive(topic, (received) -> received.complete(List.of("a"), 3)).assertExactly(List.of("a"), 3);
	}

	@Test
	void isWokenByACommitRatherThanByTheClock() throws Exception {
		String topic = this.topics.create();
		Relay patient = relay(this.metrics,
				new OutboxProperties(true, 500, DataSize.ofMegabytes(4), Duration.ofHours(1), Duration.ofMillis(500)));
		patient.start();
		try {
			await().until(() -> this.metrics.sample().pending() == 0);
			this.aggregates.change(topic, List.of("a")).block();
			this.aggregates.change(topic, List.of("a")).block();
			this.topics.receive(topic, (received) -> received.size() == 2).assertExactly(List.of("a"), 2);
		}
		finally {
			patient.stop();
		}
	}

	@Test
	void hasOneLeaderAndASuccessorWhenItGoes() throws Exception {
		String topic = this.topics.create();
		this.relay.start();
		await().until(this.metrics::leading);
		this.other.start();
		this.aggregates.changeAll(topic, List.of("a"), 100);
		this.topics.receive(topic, (received) -> received.complete(List.of("a"), 100)).assertExactly(List.of("a"), 100);
		assertThat(this.otherMetrics.leading()).isFalse();
		this.relay.stop();
		await().atMost(3, TimeUnit.SECONDS).until(this.otherMetrics::leading);
		this.aggregates.changeAll(topic, List.of("a"), 100);
		this.topics.receive(topic, (received) -> received.complete(List.of("a"), 200)).assertExactly(List.of("a"), 200);
		assertThat(this.metrics.leading()).isFalse();
	}

	@Test
	void keepsOrderWhileLeadersDieUnderLoad() throws Exception {
		String topic = this.topics.create();
		List<String> keys = Aggregates.keys(20);
		this.relay.start();
		this.other.start();
		Mono<Void> load = Flux.range(0, 4)
			.flatMap((writer) -> Flux.range(0, 100)
				.concatMap((n) -> this.aggregates.change(topic, keys))
				.subscribeOn(Schedulers.parallel()), 4)
			.then();
		Mono<Void> deaths = Flux.range(0, 5)
			.concatMap((n) -> Mono.fromRunnable(this::awaitLeader)
				.subscribeOn(Schedulers.boundedElastic())
				.then(this.aggregates.killRelaySessions()))
			.then();
		Mono.when(load, deaths).block();
		this.topics.receive(topic, (received) -> received.complete(keys, 400)).assertInOrderWithRepetitions(keys, 400);
		await().until(() -> this.aggregates.waiting() == 0);
		assertThat(Stream.of(this.metrics, this.otherMetrics).filter(RelayMetrics::leading)).hasSize(1);
	}

	private void awaitLeader() {
		await().until(() -> this.metrics.leading() || this.otherMetrics.leading());
	}

	private Connection lockWaitingRows() {
		Connection connection = Objects.requireNonNull(Mono.from(this.connections.create()).block());
		Mono.from(connection.beginTransaction())
			.thenMany(connection.createStatement("select id from outbox for update").execute())
			.flatMap((result) -> result.map((row, metadata) -> row))
			.then()
			.block();
		return connection;
	}

	private Relay relay(RelayMetrics own, OutboxProperties properties) {
		return new Relay(OutboxAutoConfiguration.connectionFactory(this.connections, "orders-outbox").create(),
				RelayProducer.configuration(this.kafka.getConfigurationProperties(), "orders-outbox"), properties, own);
	}

}
