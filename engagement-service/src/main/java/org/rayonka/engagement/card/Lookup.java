package org.rayonka.engagement.card;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import reactor.core.publisher.Mono;

/**
 * Looks cards up one by one for whoever asks, all of a moment in one question.
 */
final class Lookup {

	private static final Duration MOMENT = Duration.ofMillis(2);

	private final Function<Set<UUID>, Mono<Map<UUID, Card>>> database;

	private Question next = new Question();

	/**
	 * Looks up in a database.
	 * @param database the cards of those articles that are known
	 */
	Lookup(Function<Set<UUID>, Mono<Map<UUID, Card>>> database) {
		this.database = database;
	}

	/** The card of an article, null when it is not known; fails as the question fails. */
	synchronized CompletableFuture<Card> card(UUID article) {
		this.next.articles.add(article);
		return this.next.answer.mapNotNull((cards) -> cards.get(article)).toFuture();
	}

	private synchronized Set<UUID> close(Question question) {
		this.next = new Question();
		return question.articles;
	}

	private final class Question {

		private final Set<UUID> articles = new HashSet<>();

		private final Mono<Map<UUID, Card>> answer = Mono.delay(MOMENT)
			.flatMap((over) -> Lookup.this.database.apply(close(this)))
			.cache();

	}

}
