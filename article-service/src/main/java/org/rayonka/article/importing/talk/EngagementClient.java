package org.rayonka.article.importing.talk;

import java.util.UUID;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What is asked of engagement-service.
 */
interface EngagementClient {

	@PutExchange("/api/v1/articles/{id}/opening")
	Mono<Void> open(@RequestHeader(HttpHeaders.AUTHORIZATION) String token, @PathVariable UUID id,
			@RequestBody Opening opening);

	/**
	 * Where counting goes on from.
	 */
	record Opening(long views, long likes) {
	}

}
