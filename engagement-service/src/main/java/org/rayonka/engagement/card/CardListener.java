package org.rayonka.engagement.card;

import java.time.Duration;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.rayonka.engagement.DeadLetters;
import org.rayonka.engagement.projection.Waker;
import org.rayonka.events.ArticleEvent;
import org.rayonka.events.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

/**
 * Learns of articles.
 */
@Component
class CardListener {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Cards cards;

	private final DeadLetters deadLetters;

	private final TransactionalOperator transaction;

	private final Waker waker;

	CardListener(Cards cards, DeadLetters deadLetters, TransactionalOperator transaction, Waker waker) {
		this.cards = cards;
		this.deadLetters = deadLetters;
		this.transaction = transaction;
		this.waker = waker;
	}

	@KafkaListener(id = "articles", topics = Topics.ARTICLES, groupId = "engagement-articles")
	void onArticles(List<ConsumerRecord<String, byte[]>> records) {
		List<ArticleEvent> events = records.stream()
			.flatMap((record) -> this.deadLetters.read(record).stream())
			.filter(ArticleEvent.class::isInstance)
			.map(ArticleEvent.class::cast)
			.toList();
		Flux.fromIterable(events)
			.concatMap(this.cards::apply)
			.then()
			.as(this.transaction::transactional)
			.block(PATIENCE);
		events.forEach((event) -> this.cards.forget(event.article()));
		this.waker.wake();
	}

}
