package org.rayonka.web.author;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/**
 * What article-service is asked of authors.
 */
interface AuthorClient {

	@GetExchange("/api/v1/authors/{slug}")
	Mono<Author> author(@PathVariable String slug);

	@GetExchange("/api/v1/authors")
	Mono<AuthorList> authors(@RequestParam String edition);

	/**
	 * A newsroom.
	 *
	 * @param items by name
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record AuthorList(List<Author> items) {

	}

}
