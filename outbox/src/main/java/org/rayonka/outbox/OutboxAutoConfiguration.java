package org.rayonka.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.r2dbc.ConnectionFactoryBuilder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Gives a service with R2DBC and Kafka its outbox and the relay. Nothing is connected
 * before the context has started.
 */
@AutoConfiguration(after = { R2dbcAutoConfiguration.class, R2dbcTransactionManagerAutoConfiguration.class,
		KafkaAutoConfiguration.class })
@ConditionalOnBean({ ConnectionFactory.class, ProducerFactory.class })
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

	private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(5);

	@Bean
	Outbox outbox(DatabaseClient database) {
		return new Outbox(database);
	}

	/** In the place of Spring Boot's own. */
	@Bean
	@Primary
	@ConditionalOnBean(ReactiveTransactionManager.class)
	TransactionalOperator wholeTransactions(ReactiveTransactionManager transactions) {
		return new WholeTransactions(transactions);
	}

	@Bean
	RelayMetrics outboxRelayMetrics() {
		return new RelayMetrics();
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "rayonka.outbox.enabled", matchIfMissing = true)
	Relay outboxRelay(ConnectionFactory database, ProducerFactory<?, ?> kafka, OutboxProperties properties,
			RelayMetrics metrics, @Value("${spring.application.name:application}") String application) {
		String name = application + "-outbox";
		return new Relay(connectionFactory(database, name).create(),
				RelayProducer.configuration(kafka.getConfigurationProperties(), name), properties, metrics);
	}

	/**
	 * The service's connection settings for one connection beside the pool. Time-outs on
	 * both sides: the client gives a silent server up, and the server ends the session,
	 * and so the leadership, of a client that is gone without a word.
	 */
	static PostgresqlConnectionFactory connectionFactory(ConnectionFactory service, String name) {
		ConnectionFactoryOptions options = ConnectionFactoryBuilder.derivedFrom(service)
			.configure((builder) -> builder.option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, name)
				.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, Duration.ofSeconds(3))
				.option(PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT, STATEMENT_TIMEOUT)
				.option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
				.option(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES, 16))
			.buildOptions();
		return new PostgresqlConnectionFactoryProvider().create(options.mutate()
			.option(PostgresqlConnectionFactoryProvider.OPTIONS, noticeLostClients(options))
			.build());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, String> noticeLostClients(ConnectionFactoryOptions options) {
		Map<String, String> session = new HashMap<>();
		@Nullable Object configured = options.getValue(PostgresqlConnectionFactoryProvider.OPTIONS);
		if (configured instanceof Map<?, ?> map) {
			session.putAll((Map<String, String>) map);
		}
		session.put("tcp_keepalives_idle", "5");
		session.put("tcp_keepalives_interval", "2");
		session.put("tcp_keepalives_count", "3");
		session.put("tcp_user_timeout", "12000");
		return session;
	}

}
