package org.rayonka.web.comment;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * What is asked of comment-service.
 */
interface CommentClient {

	@GetExchange("/api/v1/articles/{id}/comments")
	Mono<Discussion> discussion(@PathVariable UUID id, @RequestParam String sort, @RequestParam int limit,
			@RequestParam(required = false) @Nullable String cursor);

	@GetExchange("/api/v1/comments/{id}/replies")
	Mono<Discussion> answers(@PathVariable UUID id, @RequestParam int limit);

	@PostExchange("/api/v1/articles/{id}/comments")
	Mono<Posted> post(@PathVariable UUID id, @RequestHeader("Idempotency-Key") String key,
			@RequestHeader MultiValueMap<String, String> sender, @RequestBody NewComment comment);

}
