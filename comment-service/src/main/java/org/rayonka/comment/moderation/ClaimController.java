package org.rayonka.comment.moderation;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.rayonka.access.Caller;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keeps two moderators from the same comment.
 */
@RestController
@RequestMapping("/api/v1/moderation/comments/{id}/claim")
@Tag(name = "Moderation")
class ClaimController {

	private final Claims claims;

	ClaimController(Claims claims) {
		this.claims = claims;
	}

	@PutMapping
	@Operation(summary = "Claims a comment for some minutes",
			description = "Nobody else changes it meanwhile. Claiming it again renews the claim.")
	@ApiResponse(responseCode = "200", description = "Claimed")
	@ApiResponse(responseCode = "409", description = "Another moderator has claimed it")
	Mono<Claim> claim(@PathVariable UUID id, Caller caller) {
		Moderators.requireAny(caller);
		return this.claims.put(id, caller);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Gives a claim up", description = "Idempotent.")
	@ApiResponse(responseCode = "204", description = "Nobody claims it")
	@ApiResponse(responseCode = "409", description = "Another moderator has claimed it")
	Mono<Void> release(@PathVariable UUID id, Caller caller) {
		Moderators.requireAny(caller);
		return this.claims.release(id, caller);
	}

}
