package org.rayonka.web.article;

import java.time.Duration;
import java.time.InstantSource;

import org.rayonka.web.memory.Memory;
import org.rayonka.web.memory.Recalled;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Asks for addresses of old sites. They are remembered apart from our pages and without
 * the article, so that nobody drives those out by asking for an old one in many ways.
 */
@Component
public class Moves {

	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final long CAPACITY = 10_000;

	private final ArticleClient client;

	private final Memory<String, Move> known;

	Moves(ArticleClient client, InstantSource clock) {
		this.client = client;
		this.known = new Memory<>(clock, FRESH, CAPACITY, (move) -> 1, (move) -> !(move instanceof Move.Nowhere));
	}

	/**
	 * What became of an address.
	 * @param address path and query as they were asked for
	 * @return never empty; fails when article-service is away and the address is not
	 * known
	 */
	public Mono<Move> of(String address) {
		Mono<Move> asked = this.client.page(address)
			.map((article) -> (Move) new Move.To(article.url()))
			.onErrorReturn(WebClientResponseException.NotFound.class, new Move.Nowhere())
			.onErrorReturn(WebClientResponseException.Gone.class, new Move.Withdrawn())
			.onErrorReturn(WebClientResponseException.BadRequest.class, new Move.Nowhere());
		return this.known.recall(address, asked).map(Recalled::value);
	}

}
