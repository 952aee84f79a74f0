package org.rayonka.web.search;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/**
 * What is asked of article-service's search.
 */
interface SearchClient {

	@GetExchange("/api/v1/articles")
	Mono<Results> search(@RequestParam String q, @RequestParam(required = false) @Nullable String edition,
			@RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
			@RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);

}
