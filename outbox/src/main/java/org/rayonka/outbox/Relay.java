package org.rayonka.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Carries committed rows to Kafka in the order of their ids and takes them out once they
 * are acknowledged. One process per database leads, by a session lock. There is no
 * {@code SKIP LOCKED}: a single leader needs none, and with several readers it would let
 * a row overtake an earlier one of the same key. A leader that is lost between the
 * acknowledgement and the deletion leaves rows that its successor sends again, in order.
 */
final class Relay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(2);

	private static final Duration STEP = Duration.ofMillis(200);

	private static final Duration GRACE = Duration.ofSeconds(3);

	private final Mono<PostgresqlConnection> connections;

	private final Map<String, Object> kafka;

	private final OutboxProperties properties;

	private final RelayMetrics metrics;

	private volatile CountDownLatch stopping = new CountDownLatch(0);

	private volatile @Nullable RelaySession session;

	private @Nullable Thread thread;

	private long sampledAt;

	Relay(Mono<PostgresqlConnection> connections, Map<String, Object> kafka, OutboxProperties properties,
			RelayMetrics metrics) {
		this.connections = connections;
		this.kafka = kafka;
		this.properties = properties;
		this.metrics = metrics;
	}

	@Override
	public synchronized void start() {
		if (this.thread == null) {
			this.stopping = new CountDownLatch(1);
			this.thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
		}
	}

	/** Lets the batch under way end, within reason. */
	@Override
	public synchronized void stop() {
		Thread running = this.thread;
		if (running == null) {
			return;
		}
		this.stopping.countDown();
		RelaySession waiting = this.session;
		if (waiting != null) {
			waiting.wake();
		}
		try {
			if (!running.join(GRACE)) {
				running.interrupt();
				running.join(GRACE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.thread = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	/** Starts before, and stops after, everything that adds messages. */
	@Override
	public int getPhase() {
		return 0;
	}

	private void run() {
		try {
			BackOffExecution pauses = pauses();
			while (running()) {
				try (RelaySession opened = RelaySession.open(this.connections)) {
					this.session = opened;
					awaitLeadership(opened);
					pauses = pauses();
					lead(opened);
				}
				catch (RuntimeException ex) {
					log.atWarn().addKeyValue("cause", ex).log("The outbox has no database session, trying again");
					pause(Duration.ofMillis(pauses.nextBackOff()));
				}
			}
		}
		catch (InterruptedException ex) {
			log.debug("The outbox relay was interrupted");
		}
	}

	private void awaitLeadership(RelaySession session) throws InterruptedException {
		while (running() && !session.lead()) {
			pause(this.properties.takeoverInterval());
		}
	}

	private void lead(RelaySession session) throws InterruptedException {
		this.metrics.leading(true);
		try {
			BackOffExecution pauses = pauses();
			while (running()) {
				boolean progress = relayUntilFailure(session);
				pauses = progress ? pauses() : pauses;
				pause(Duration.ofMillis(pauses.nextBackOff()));
			}
		}
		finally {
			this.metrics.leading(false);
		}
	}

	private boolean relayUntilFailure(RelaySession session) throws InterruptedException {
		boolean progress = false;
		try (RelayProducer producer = new RelayProducer(this.kafka)) {
			while (running()) {
				sample(session);
				List<OutboxRow> rows = session.read(this.properties.batchSize(),
						this.properties.batchBytes().toBytes());
				if (rows.isEmpty()) {
					session.awaitNews(this.properties.pollInterval());
				}
				else {
					relay(rows, session, producer);
					progress = true;
				}
			}
		}
		catch (KafkaException ex) {
			log.atWarn().addKeyValue("cause", ex).log("Kafka does not take messages, trying again");
		}
		return progress;
	}

	private void relay(List<OutboxRow> rows, RelaySession session, RelayProducer producer) throws InterruptedException {
		RelayBatch batch = producer.send(rows);
		while (!batch.settled(STEP)) {
			session.verify();
			sample(session);
		}
		session.remove(batch.sent());
		this.metrics.sent(batch.sent().size());
		batch.refused().forEach((row, reason) -> setAside(session, row, reason));
		Throwable failure = batch.failure();
		if (failure != null) {
			throw new KafkaException("Not sent: row " + rows.get(batch.sent().size() + batch.refused().size()).id(),
					failure);
		}
	}

	private void setAside(RelaySession session, OutboxRow row, String reason) {
		session.setAside(row, reason);
		this.metrics.failed(1);
		log.atError()
			.addKeyValue("topic", row.message().topic())
			.addKeyValue("key", row.message().key())
			.addKeyValue("row", row.id())
			.addKeyValue("reason", reason)
			.log("Kafka refused a message for good, it is in outbox_failed");
	}

	private void sample(RelaySession session) {
		long now = System.nanoTime();
		if (this.sampledAt == 0 || now - this.sampledAt > SAMPLE_INTERVAL.toNanos()) {
			this.metrics.sampled(session.sample());
			this.sampledAt = now;
		}
	}

	private boolean running() {
		return this.stopping.getCount() > 0;
	}

	private void pause(Duration duration) throws InterruptedException {
		this.stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
	}

	private static BackOffExecution pauses() {
		ExponentialBackOff backOff = new ExponentialBackOff(100, 2);
		backOff.setMaxInterval(5_000);
		return backOff.start();
	}

}
