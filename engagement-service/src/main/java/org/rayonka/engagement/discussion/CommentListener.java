package org.rayonka.engagement.discussion;

import java.time.Duration;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.rayonka.engagement.DeadLetters;
import org.rayonka.engagement.projection.Waker;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

/**
 * Learns of comments.
 */
@Component
class CommentListener {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Discussions discussions;

	private final DeadLetters deadLetters;

	private final TransactionalOperator transaction;

	private final Waker waker;

	CommentListener(Discussions discussions, DeadLetters deadLetters, TransactionalOperator transaction, Waker waker) {
		this.discussions = discussions;
		this.deadLetters = deadLetters;
		this.transaction = transaction;
		this.waker = waker;
	}

	@KafkaListener(id = "comments", topics = Topics.COMMENTS, groupId = "engagement-comments")
	void onComments(List<ConsumerRecord<String, byte[]>> records) {
		List<CommentEvent> events = records.stream()
			.flatMap((record) -> this.deadLetters.read(record).stream())
			.filter(CommentEvent.class::isInstance)
			.map(CommentEvent.class::cast)
			.toList();
		Flux.fromIterable(events)
			.concatMap(this.discussions::apply)
			.then()
			.as(this.transaction::transactional)
			.block(PATIENCE);
		this.waker.wake();
	}

}
