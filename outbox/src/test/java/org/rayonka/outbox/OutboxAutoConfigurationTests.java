package org.rayonka.outbox;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The beans a service gets, with no server running.
 */
class OutboxAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(R2dbcAutoConfiguration.class, KafkaAutoConfiguration.class,
				OutboxAutoConfiguration.class))
		.withPropertyValues("spring.r2dbc.url=r2dbc:postgresql://orders@nowhere.invalid/orders",
				"spring.kafka.bootstrap-servers=nowhere.invalid:9092", "spring.main.lazy-initialization=false");

	@Test
	void givesAnOutboxAndARelayWithoutAnyServer() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(Outbox.class).hasSingleBean(Relay.class));
	}

	@Test
	void leavesRelayingToOthersWhenToldSo() {
		this.runner.withPropertyValues("rayonka.outbox.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(Outbox.class).doesNotHaveBean(Relay.class));
	}

	@Test
	void refusesSettingsThatCannotWork() {
		this.runner.withPropertyValues("rayonka.outbox.batch-size=0").run((context) -> assertThat(context).hasFailed());
	}

}
