package org.rayonka.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Rows handed to Kafka whose fate is learned in their order. What stands behind the first
 * row that failed does not count as sent, whatever Kafka says of it: it goes again after
 * that row. A row that Kafka refuses for good is no failure, those behind it go on.
 */
final class RelayBatch {

	private final List<OutboxRow> rows;

	private final List<? extends Future<?>> acks;

	private final List<Long> sent = new ArrayList<>();

	private final Map<OutboxRow, String> refused = new LinkedHashMap<>();

	private @Nullable Throwable failure;

	private int next;

	/**
	 * Creates a batch.
	 * @param rows in order
	 * @param acks of as many of the first rows as were tried
	 */
	RelayBatch(List<OutboxRow> rows, List<? extends Future<?>> acks) {
		this.rows = rows;
		this.acks = acks;
	}

	/** Waits until the fate of the batch is known, at most for the time given. */
	boolean settled(Duration atMost) throws InterruptedException {
		long deadline = System.nanoTime() + atMost.toNanos();
		while (this.failure == null && this.next < this.acks.size()) {
			if (!settleNext(deadline - System.nanoTime())) {
				return false;
			}
			this.next++;
		}
		return true;
	}

	private boolean settleNext(long nanos) throws InterruptedException {
		OutboxRow row = this.rows.get(this.next);
		try {
			this.acks.get(this.next).get(nanos, TimeUnit.NANOSECONDS);
			this.sent.add(row.id());
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			if (forGood(cause)) {
				this.refused.put(row, String.valueOf(cause.getMessage()));
			}
			else {
				this.failure = cause;
			}
		}
		return true;
	}

	/** Whether sending the same record again can never succeed. */
	static boolean forGood(Throwable cause) {
		return cause instanceof RecordTooLargeException || cause instanceof InvalidTopicException;
	}

	List<Long> sent() {
		return this.sent;
	}

	Map<OutboxRow, String> refused() {
		return this.refused;
	}

	/** Why the row behind the last one sent or refused was not sent. */
	@Nullable Throwable failure() {
		return this.failure;
	}

}
