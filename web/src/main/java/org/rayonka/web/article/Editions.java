package org.rayonka.web.article;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.rayonka.web.memory.Memory;
import org.rayonka.web.memory.Recalled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The editions of the network, known for as long as this process lives.
 */
@Component
public class Editions {

	private static final Duration FRESH = Duration.ofSeconds(3);

	private static final String ALL = "all";

	private final ArticleClient client;

	private final Memory<String, List<Edition>> memory;

	Editions(ArticleClient client, InstantSource clock) {
		this.client = client;
		this.memory = new Memory<>(clock, FRESH, 1, (editions) -> 1, (editions) -> true);
	}

	/**
	 * All editions.
	 * @return in the order of the region selector; fails when article-service is away and
	 * none was known
	 */
	public Mono<List<Edition>> all() {
		return this.memory.recall(ALL, this.client.editions().map((list) -> List.copyOf(list.items())))
			.map(Recalled::value);
	}

	/**
	 * What is known without asking, for pages that tell of a failure.
	 * @return empty when nothing is known
	 */
	public List<Edition> known() {
		return Optional.ofNullable(this.memory.known(ALL)).orElse(List.of());
	}

}
