package org.rayonka.web.engagement;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What is asked of engagement-service.
 */
interface EngagementClient {

	@GetExchange("/api/v1/articles/{id}/counts")
	Mono<Counts> counts(@PathVariable UUID id);

	@GetExchange("/api/v1/popular")
	Mono<PopularList> popular(@RequestParam String by, @RequestParam String window,
			@RequestParam(required = false) @Nullable String edition, @RequestParam int limit);

	@PutExchange("/api/v1/articles/{id}/like")
	Mono<Void> like(@PathVariable UUID id, @RequestHeader MultiValueMap<String, String> sender);

	@DeleteExchange("/api/v1/articles/{id}/like")
	Mono<Void> unlike(@PathVariable UUID id, @RequestHeader MultiValueMap<String, String> sender);

}
