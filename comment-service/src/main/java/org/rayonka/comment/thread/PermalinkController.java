package org.rayonka.comment.thread;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a link to a comment leads.
 */
@RestController
@Tag(name = "Comments")
class PermalinkController {

	private final Permalinks permalinks;

	PermalinkController(Permalinks permalinks) {
		this.permalinks = permalinks;
	}

	@GetMapping("/api/v1/comments/{id}/context")
	@Operation(summary = "Shows a comment in its thread",
			description = "The thread has its first answers, the comment asked for, and those that it answers. The "
					+ "cursors go on behind the comment in the thread's replies, and behind the thread in the "
					+ "discussion, newest first.")
	@ApiResponse(responseCode = "200", description = "The comment and its thread")
	@ApiResponse(responseCode = "404", description = "Unknown, or not to be seen")
	@ApiResponse(responseCode = "410", description = "The article was withdrawn")
	Mono<Permalinks.Context> context(@PathVariable UUID id) {
		return this.permalinks.of(id);
	}

}
