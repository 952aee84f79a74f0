package org.rayonka.article.importing.talk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * What is asked of comment-service.
 */
interface CommentClient {

	@PostExchange("/api/v1/moderation/imports")
	Mono<Taken> take(@RequestHeader(HttpHeaders.AUTHORIZATION) String token, @RequestBody Thread thread);

	/**
	 * Comments on one article.
	 */
	record Thread(UUID articleId, List<Item> items) {
	}

	/**
	 * One of them.
	 */
	record Item(String sourceId, @Nullable String parentSourceId, String name, String text, Instant at, String status) {
	}

	/**
	 * What became of them.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Taken(int created, int unchanged, @Nullable List<Skipped> skipped) {
	}

	/**
	 * One that was not taken.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Skipped(@Nullable String sourceId, @Nullable String reason) {
	}

}
