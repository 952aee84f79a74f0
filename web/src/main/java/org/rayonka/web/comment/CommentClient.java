package org.rayonka.web.comment;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * What is asked of comment-service.
 */
interface CommentClient {

	@GetExchange("/api/v1/articles/{id}/comments")
	Mono<CommentPage> discussion(@PathVariable UUID id, @RequestParam String sort, @RequestParam int limit,
			@RequestParam(required = false) @Nullable String cursor);

	@GetExchange("/api/v1/comments/{id}")
	Mono<Comment> comment(@PathVariable UUID id);

	@GetExchange("/api/v1/comments/{id}/replies")
	Mono<CommentPage> answers(@PathVariable UUID id, @RequestParam int limit,
			@RequestParam(required = false) @Nullable String cursor);

	@GetExchange("/api/v1/comments/{id}/context")
	Mono<Context> context(@PathVariable UUID id);

	@GetExchange("/api/v1/articles/{id}/comments/mine")
	Mono<Mine> mine(@PathVariable UUID id, @RequestHeader MultiValueMap<String, String> sender);

	@GetExchange("/api/v1/articles/{id}/comments/rules")
	Mono<WritingRules> rules(@PathVariable UUID id, @RequestHeader MultiValueMap<String, String> sender);

	@PostExchange("/api/v1/articles/{id}/comments")
	Mono<Posted> post(@PathVariable UUID id, @RequestHeader("Idempotency-Key") String key,
			@RequestHeader MultiValueMap<String, String> sender, @RequestBody NewComment comment);

	@PutExchange("/api/v1/comments/{id}")
	Mono<Posted> edit(@PathVariable UUID id, @RequestHeader MultiValueMap<String, String> sender,
			@RequestBody Map<String, String> edit);

	@DeleteExchange("/api/v1/comments/{id}")
	Mono<Void> delete(@PathVariable UUID id, @RequestHeader MultiValueMap<String, String> sender);

	@PutExchange("/api/v1/comments/{id}/vote")
	Mono<Void> vote(@PathVariable UUID id, @RequestHeader MultiValueMap<String, String> sender,
			@RequestBody Map<String, Integer> vote);

	@DeleteExchange("/api/v1/comments/{id}/vote")
	Mono<Void> takeVoteBack(@PathVariable UUID id, @RequestHeader MultiValueMap<String, String> sender);

	@PostExchange("/api/v1/comments/{id}/report")
	Mono<Void> report(@PathVariable UUID id, @RequestHeader MultiValueMap<String, String> sender,
			@RequestBody Map<String, String> report);

	@PostExchange("/api/v1/comments/{id}/complaint")
	Mono<Void> complain(@PathVariable UUID id, @RequestHeader MultiValueMap<String, String> sender,
			@RequestBody Map<String, String> complaint);

}
