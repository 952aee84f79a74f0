package org.rayonka.comment.moderation;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
 * The moderators' desk: what waits, and what becomes of it.
 */
@RestController
@RequestMapping("/api/v1/moderation")
@Tag(name = "Moderation")
class ModerationController {

	private final Queue queue;

	private final Hearings hearings;

	private final Bulk bulk;

	ModerationController(Queue queue, Hearings hearings, Bulk bulk) {
		this.queue = queue;
		this.hearings = hearings;
		this.bulk = bulk;
	}

	@GetMapping("/queue")
	@Operation(summary = "Lists what waits for a moderator",
			description = "Pending, withheld and reported comments of one edition, or of all that the caller "
					+ "moderates; longest waiting first, or by the weight of their reports. What is withheld only "
					+ "because its author is banned without noticing is in kind=withheld alone.")
	Mono<Queue.Page> queue(@RequestParam(required = false) @Nullable String edition,
			@RequestParam(defaultValue = "all") QueueKind kind, @RequestParam(defaultValue = "oldest") QueueSort sort,
			@RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable String cursor, Caller caller) {
		return this.queue.read(new Queue.Wanted(Moderators.editions(caller, edition), kind, sort), limit, cursor);
	}

	@PostMapping("/comments/{id}/approve")
	@Operation(summary = "Publishes a comment", description = "Also dismisses its reports. Idempotent.")
	@ApiResponse(responseCode = "200", description = "Published")
	@ApiResponse(responseCode = "409",
			description = "Another moderator has claimed it, or decided otherwise: 'override' decides anew")
	Mono<Outcome> approve(@PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Ruling ruling,
			Caller caller) {
		return decide(id, Ruling.decision(Status.PUBLISHED, ruling), caller);
	}

	@PostMapping("/comments/{id}/reject")
	@Operation(summary = "Removes a comment, or never lets it appear",
			description = "Also upholds its reports; its published answers stay. Idempotent.")
	@ApiResponse(responseCode = "200", description = "Rejected")
	@ApiResponse(responseCode = "409",
			description = "Another moderator has claimed it, or decided otherwise: 'override' decides anew")
	Mono<Outcome> reject(@PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Ruling ruling,
			Caller caller) {
		return decide(id, Ruling.decision(Status.REJECTED, ruling), caller);
	}

	@PostMapping("/comments/bulk")
	@Operation(summary = "Decides up to 100 comments alike",
			description = "Each by itself: the problem of one does not keep the others.")
	Mono<Bulk.Outcomes> bulk(@Valid @RequestBody Bulk.Request request, Caller caller) {
		Moderators.requireAny(caller);
		return this.bulk.decide(request, caller);
	}

	private Mono<Outcome> decide(UUID id, Decision decision, Caller caller) {
		Moderators.requireAny(caller);
		return this.hearings.decide(id, decision, caller)
			.map((action) -> new Outcome(id, decision.status().text(), action))
			.defaultIfEmpty(new Outcome(id, decision.status().text(), null));
	}

	/**
	 * How a moderator decides.
	 *
	 * @param reason for colleagues, or null
	 * @param override whether against what another moderator has decided, or null
	 */
	record Ruling(@Nullable @Size(max = 500) String reason, @Nullable Boolean override) {

		static Decision decision(Status status, @Nullable Ruling ruling) {
			return (ruling == null) ? new Decision(status, null, false)
					: new Decision(status, ruling.reason, Boolean.TRUE.equals(ruling.override));
		}

	}

	/**
	 * What a comment is now.
	 *
	 * @param id the comment's id
	 * @param status published or rejected
	 * @param action what was done, by which it can be undone; null when nothing had to be
	 */
	record Outcome(UUID id, String status, @Nullable UUID action) {
	}

}
