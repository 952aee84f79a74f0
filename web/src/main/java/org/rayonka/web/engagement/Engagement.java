package org.rayonka.web.engagement;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import org.rayonka.web.memory.Memory;
import org.rayonka.web.memory.Recalled;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Counts, likes and popular lists.
 */
@Component
public class Engagement {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private static final long CAPACITY = 8_000;

	private final EngagementClient client;

	private final Memory<Ranking, PopularList> lists;

	Engagement(EngagementClient client, InstantSource clock) {
		this.client = client;
		this.lists = new Memory<>(clock, FRESH, CAPACITY, (list) -> 1 + list.items().size(), (list) -> true);
	}

	/**
	 * The numbers of an article, as they are now.
	 * @param article its id
	 * @return unknown while engagement-service has not heard of the article; fails when
	 * it is away
	 */
	public Mono<Counts> counts(UUID article) {
		return this.client.counts(article).onErrorReturn(WebClientResponseException.NotFound.class, Counts.UNKNOWN);
	}

	/**
	 * A popular list.
	 * @param ranking which
	 * @return fails when engagement-service is away and the list is not known
	 */
	public Mono<Recalled<PopularList>> popular(Ranking ranking) {
		return this.lists.recall(ranking,
				this.client.popular(ranking.by(), ranking.window(), ranking.edition(), ranking.limit()));
	}

	/**
	 * Likes an article; the second time changes nothing.
	 * @param article its id
	 * @param sender headers that say who likes it
	 * @return completes when it is kept
	 */
	public Mono<Void> like(UUID article, MultiValueMap<String, String> sender) {
		return this.client.like(article, sender);
	}

	/**
	 * Takes a like back; the second time changes nothing.
	 * @param article its id
	 * @param sender headers that say whose like it was
	 * @return completes when it is kept
	 */
	public Mono<Void> unlike(UUID article, MultiValueMap<String, String> sender) {
		return this.client.unlike(article, sender);
	}

}
