package org.rayonka.identity;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs every {@link Preparation} after the start, patiently while PostgreSQL is away;
 * Spring Boot reports readiness only when this is done.
 */
@Component
class Preparations implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(Preparations.class);

	/** "rayonka" in ASCII: the same number in every instance, and nobody else's. */
	private static final long LOCK = 0x7261796F6E6B61L;

	private static final RetryPolicy PATIENCE = RetryPolicy.builder()
		.includes(DataAccessException.class, TransactionException.class)
		.maxRetries(Long.MAX_VALUE)
		.delay(Duration.ofMillis(500))
		.multiplier(2)
		.maxDelay(Duration.ofSeconds(5))
		.build();

	private final List<Preparation> preparations;

	private final TransactionOperations transaction;

	private final JdbcClient jdbc;

	Preparations(List<Preparation> preparations, TransactionOperations transaction, JdbcClient jdbc) {
		this.preparations = preparations;
		this.transaction = transaction;
		this.jdbc = jdbc;
	}

	@Override
	public void run(ApplicationArguments args) {
		new RetryTemplate(PATIENCE).invoke(this::prepareAlone);
	}

	private void prepareAlone() {
		try {
			this.transaction.executeWithoutResult((status) -> {
				lock();
				this.preparations.forEach(Preparation::prepare);
			});
		}
		catch (DataAccessException | TransactionException ex) {
			logger.atWarn().addKeyValue("cause", ex.getMessage()).log("Not ready, trying again");
			throw ex;
		}
	}

	private void lock() {
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
		});
	}

}
