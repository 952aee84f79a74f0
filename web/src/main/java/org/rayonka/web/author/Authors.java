package org.rayonka.web.author;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.rayonka.web.memory.Memory;
import org.rayonka.web.memory.Recalled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Authors, with the last known copies for when article-service is away.
 */
@Component
public class Authors {

	private static final Duration FRESH = Duration.ofSeconds(3);

	private static final long CAPACITY = 2_000;

	private final AuthorClient client;

	private final Memory<String, Author> authors;

	private final Memory<String, List<Author>> newsrooms;

	Authors(AuthorClient client, InstantSource clock) {
		this.client = client;
		this.authors = new Memory<>(clock, FRESH, CAPACITY, (author) -> 1, (author) -> true);
		this.newsrooms = new Memory<>(clock, FRESH, CAPACITY, (list) -> 1 + list.size(), (list) -> true);
	}

	/**
	 * An author.
	 * @param slug of the author
	 * @return fails as the client does when there is none, or when it is not known and
	 * article-service is away
	 */
	Mono<Author> named(String slug) {
		return this.authors.recall(slug, this.client.author(slug)).map(Recalled::value);
	}

	/**
	 * Those of an edition's newsroom.
	 * @param edition its slug
	 * @return by name; none also when they cannot be had, since a page goes without them
	 */
	public Mono<List<Author>> of(String edition) {
		return this.newsrooms.recall(edition, this.client.authors(edition).map((list) -> List.copyOf(list.items())))
			.map(Recalled::value)
			.onErrorReturn(List.of());
	}

}
