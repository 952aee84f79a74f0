package org.rayonka.comment.moderation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.thread.Status;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The moderators' desk.
 */
@RestController
@RequestMapping("/api/v1/moderation")
@Tag(name = "Moderation")
class ModerationController {

	private final Queue queue;

	private final Decisions decisions;

	ModerationController(Queue queue, Decisions decisions) {
		this.queue = queue;
		this.decisions = decisions;
	}

	@GetMapping("/queue")
	@Operation(summary = "Lists what waits for a moderator",
			description = "Pending and reported comments of one edition, or of all that the caller moderates.")
	Mono<Queue.Page> queue(@RequestParam(required = false) @Nullable String edition,
			@RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable String cursor, Caller caller) {
		return this.queue.read(editions(caller, edition), limit, cursor);
	}

	@PostMapping("/comments/{id}/approve")
	@Operation(summary = "Publishes a comment", description = "Also settles its reports. Idempotent.")
	Mono<Outcome> approve(@PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Reason reason,
			Caller caller) {
		return decide(id, Status.PUBLISHED, reason, caller);
	}

	@PostMapping("/comments/{id}/reject")
	@Operation(summary = "Removes a comment, or never lets it appear",
			description = "Its published answers stay. Idempotent.")
	Mono<Outcome> reject(@PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Reason reason,
			Caller caller) {
		return decide(id, Status.REJECTED, reason, caller);
	}

	private Mono<Outcome> decide(UUID id, Status status, @Nullable Reason reason, Caller caller) {
		Moderators.requireAny(caller);
		return this.decisions.decide(id, status, caller, (reason != null) ? reason.reason() : null)
			.thenReturn(new Outcome(id, status.text()));
	}

	private static Collection<String> editions(Caller caller, @Nullable String edition) {
		if (edition == null) {
			Moderators.requireAny(caller);
			return caller.editions();
		}
		Moderators.require(caller, edition);
		return List.of(edition);
	}

	/**
	 * Why a moderator decides so.
	 *
	 * @param reason for colleagues, or null
	 */
	record Reason(@Nullable @Size(max = 500) String reason) {
	}

	/**
	 * What a comment is now.
	 *
	 * @param id the comment's id
	 * @param status published or rejected
	 */
	record Outcome(UUID id, String status) {
	}

}
