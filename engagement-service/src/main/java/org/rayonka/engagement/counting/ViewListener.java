package org.rayonka.engagement.counting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.DeadLetters;
import org.rayonka.engagement.scoreboard.CountOutcome;
import org.rayonka.engagement.scoreboard.Ledger;
import org.rayonka.engagement.scoreboard.LoggedOpening;
import org.rayonka.engagement.scoreboard.LoggedRecord;
import org.rayonka.engagement.scoreboard.LoggedView;
import org.rayonka.engagement.scoreboard.ViewBatch;
import org.rayonka.events.ArticleEvent;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.CountsChanged;
import org.rayonka.events.EditionChanged;
import org.rayonka.events.Event;
import org.rayonka.events.OpeningRecorded;
import org.rayonka.events.Topics;
import org.rayonka.events.UnknownEvent;
import org.rayonka.events.ViewRecorded;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Counts the log of views: each batch of a partition is one script in Redis, which knows
 * the offset up to which it has counted. Where to read is Redis' word, not the group's.
 */
@Component
class ViewListener extends AbstractConsumerSeekAware {

	private static final Duration PATIENCE = Duration.ofSeconds(6);

	private static final Duration RESTORE_PATIENCE = Duration.ofMinutes(8);

	private final DeadLetters deadLetters;

	private final Ledger ledger;

	private final Restore restore;

	private final OwnedPartitions owned;

	private final CountingMetrics metrics;

	ViewListener(DeadLetters deadLetters, Ledger ledger, Restore restore, OwnedPartitions owned,
			CountingMetrics metrics) {
		this.deadLetters = deadLetters;
		this.ledger = ledger;
		this.restore = restore;
		this.owned = owned;
		this.metrics = metrics;
	}

	@KafkaListener(id = "views", topics = Topics.VIEWS, groupId = "engagement-views",
			concurrency = "${rayonka.views.consumers:1}")
	void onViews(ConsumerRecords<String, byte[]> records, Consumer<?, ?> consumer) {
		for (TopicPartition partition : records.partitions()) {
			apply(partition, records.records(partition), consumer);
		}
	}

	private void apply(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records,
			Consumer<?, ?> consumer) {
		ViewBatch batch = batchOf(records);
		this.metrics.waiting(partition.partition(), records.getFirst().timestamp());
		switch (count(partition, batch)) {
			case CountOutcome.Counted counted -> {
				this.owned.reached(partition.partition(), batch.afterOffset());
				this.metrics.counted(partition.partition(), counted, consumer.currentLag(partition).orElse(0) == 0);
			}
			case CountOutcome.Gap gap -> goBack(partition, gap.nextOffset(), consumer);
			case CountOutcome.Behind behind -> goOn(partition, behind.nextOffset(), consumer);
			case CountOutcome.Lost lost -> goBack(partition, restore(partition), consumer);
		}
	}

	private CountOutcome count(TopicPartition partition, ViewBatch batch) {
		return Objects.requireNonNull(this.metrics.timed(batch.records().size(),
				() -> this.ledger.count(partition.partition(), batch).block(PATIENCE)));
	}

	/**
	 * Redis is older than this batch: its records come again, after those before them.
	 */
	private void goBack(TopicPartition partition, long offset, Consumer<?, ?> consumer) {
		long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
		if (begin > offset) {
			adopt(partition, offset, begin);
		}
		consumer.seek(partition, Math.max(begin, offset));
		this.owned.reached(partition.partition(), Math.max(begin, offset));
	}

	/** Redis is ahead of this batch: pass over what is counted. */
	private void goOn(TopicPartition partition, long offset, Consumer<?, ?> consumer) {
		if (consumer.position(partition) >= offset) {
			return;
		}
		long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, offset);
		if (end < offset) {
			adopt(partition, offset, end);
		}
		consumer.seek(partition, Math.min(end, offset));
		this.owned.reached(partition.partition(), Math.min(end, offset));
	}

	private void adopt(TopicPartition partition, long believed, long actual) {
		this.restore.adopt(partition.partition(), believed, actual).block(PATIENCE);
	}

	private long restore(TopicPartition partition) {
		return Objects.requireNonNull(this.restore.restore(partition.partition()).block(RESTORE_PATIENCE));
	}

	private ViewBatch batchOf(List<ConsumerRecord<String, byte[]>> records) {
		List<LoggedRecord> logged = new ArrayList<>(records.size());
		for (ConsumerRecord<String, byte[]> record : records) {
			this.deadLetters.read(record).flatMap((event) -> logged(record, event)).ifPresent(logged::add);
		}
		return new ViewBatch(records.getFirst().offset(), records.getLast().offset() + 1, logged);
	}

	private static Optional<LoggedRecord> logged(ConsumerRecord<String, byte[]> record, Event event) {
		return switch (event) {
			case ViewRecorded view -> Optional.of(new LoggedView(record.offset(), record.timestamp(), view));
			case OpeningRecorded opening -> Optional.of(new LoggedOpening(record.offset(), opening));
			case ArticleEvent _, CountsChanged _, CommentEvent _, EditionChanged _, UnknownEvent _ -> Optional.empty();
		};
	}

	@Override
	public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
		super.onPartitionsAssigned(assignments, callback);
		assignments.forEach((partition, position) -> this.owned.assigned(partition.partition(), position,
				(offset) -> seek(partition, offset)));
	}

	@Override
	public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
		Objects.requireNonNullElse(partitions, List.<TopicPartition>of())
			.forEach((partition) -> this.owned.revoked(partition.partition()));
		super.onPartitionsRevoked(partitions);
	}

	private void seek(TopicPartition partition, long offset) {
		Objects.requireNonNullElse(getSeekCallbacksFor(partition), List.<ConsumerSeekCallback>of())
			.forEach((callback) -> callback.seek(partition.topic(), partition.partition(), offset));
	}

}
