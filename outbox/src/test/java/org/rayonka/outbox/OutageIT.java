package org.rayonka.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.infrastructure.RunningInfrastructure;
import org.rayonka.infrastructure.Server;
import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Servers die without notice and come back, and every committed message arrives.
 */
@SpringBootTest
@UseLocalInfrastructure(servers = { ServerKind.POSTGRESQL, ServerKind.KAFKA })
class OutageIT {

	private static final Set<ServerKind> SERVERS = Set.of(ServerKind.POSTGRESQL, ServerKind.KAFKA);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	Aggregates aggregates;

	@Autowired
	TestTopics topics;

	@Autowired
	RelayMetrics metrics;

	@BeforeEach
	void startsEmpty() {
		await().atMost(PATIENCE).until(() -> this.aggregates.waiting() == 0);
	}

	@AfterEach
	void everythingRuns() {
		RunningInfrastructure.current(SERVERS);
	}

	@Test
	void sendsTenThousandMessagesThatWaitedForTheBroker() throws Exception {
		String topic = this.topics.create();
		List<String> keys = Aggregates.keys(100);
		this.aggregates.changeAll(topic, keys, 10);
		Server broker = kill(ServerKind.KAFKA);
		this.aggregates.changeAll(topic, keys, 100);
		await().until(() -> this.metrics.sample().pending() >= 10_000);
		broker.start();
		this.topics.receive(topic, (received) -> received.complete(keys, 110)).assertInOrderWithRepetitions(keys, 110);
		await().atMost(PATIENCE).until(() -> this.aggregates.waiting() == 0);
	}

	@Test
	void goesOnWhenTheDatabaseIsBack() throws Exception {
		String topic = this.topics.create();
		List<String> keys = Aggregates.keys(100);
		this.aggregates.changeAll(topic, keys, 20);
		Server database = kill(ServerKind.POSTGRESQL);
		await().until(() -> !this.metrics.leading());
		database.start();
		await().atMost(PATIENCE).until(this.metrics::leading);
		this.aggregates.changeAll(topic, keys, 20);
		this.topics.receive(topic, (received) -> received.complete(keys, 40)).assertInOrderWithRepetitions(keys, 40);
		assertThat(this.metrics.leading()).isTrue();
	}

	private static Server kill(ServerKind kind) {
		Server server = RunningInfrastructure.current(SERVERS).server(kind);
		server.kill();
		await().until(() -> !server.isAlive());
		return server;
	}

}
