package org.rayonka.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What counts as sent of a batch.
 */
class RelayBatchTests {

	private static final CompletableFuture<?> ACK = CompletableFuture.completedFuture("ack");

	private static final CompletableFuture<?> FAILURE = CompletableFuture
		.failedFuture(new NotLeaderOrFollowerException());

	private static final CompletableFuture<?> REFUSAL = CompletableFuture
		.failedFuture(new RecordTooLargeException("Too large"));

	@Test
	void countsNothingBehindTheFirstFailure() throws InterruptedException {
		RelayBatch batch = batch(ACK, ACK, FAILURE, ACK, REFUSAL);
		assertThat(batch.settled(Duration.ZERO)).isTrue();
		assertThat(batch.sent()).containsExactly(1L, 2L);
		assertThat(batch.refused()).isEmpty();
		assertThat(batch.failure()).isInstanceOf(NotLeaderOrFollowerException.class);
	}

	@Test
	void goesOnBehindWhatIsRefusedForGood() throws InterruptedException {
		RelayBatch batch = batch(ACK, REFUSAL, ACK);
		assertThat(batch.settled(Duration.ZERO)).isTrue();
		assertThat(batch.sent()).containsExactly(1L, 3L);
		assertThat(batch.refused()).hasSize(1).containsValue("Too large");
		assertThat(batch.failure()).isNull();
	}

	@Test
	void learnsTheFateOfRowsInTheirOrder() throws InterruptedException {
		CompletableFuture<Object> slow = new CompletableFuture<>();
		RelayBatch batch = batch(ACK, slow, ACK);
		assertThat(batch.settled(Duration.ofMillis(1))).isFalse();
		assertThat(batch.sent()).containsExactly(1L);
		slow.complete("ack");
		assertThat(batch.settled(Duration.ZERO)).isTrue();
		assertThat(batch.sent()).containsExactly(1L, 2L, 3L);
	}

	@Test
	void countsAsTriedOnlyWhatHasAnAnswer() throws InterruptedException {
		RelayBatch batch = new RelayBatch(rows(5), List.of(ACK, FAILURE));
		assertThat(batch.settled(Duration.ZERO)).isTrue();
		assertThat(batch.sent()).containsExactly(1L);
	}

	private static RelayBatch batch(CompletableFuture<?>... acks) {
		return new RelayBatch(rows(acks.length), List.of(acks));
	}

	private static List<OutboxRow> rows(int number) {
		return LongStream.rangeClosed(1, number)
			.mapToObj((id) -> new OutboxRow(id, new OutboxMessage("topic", "key", new byte[0])))
			.toList();
	}

}
