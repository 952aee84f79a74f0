package org.rayonka.comment.complaint;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.moderation.Moderators;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes complaints from anybody, and shows them to moderators alone.
 */
@RestController
class ComplaintController {

	private static final String DESK = "/api/v1/moderation/complaints";

	private final Complaints complaints;

	private final ComplaintQueue queue;

	private final Rulings rulings;

	ComplaintController(Complaints complaints, ComplaintQueue queue, Rulings rulings) {
		this.complaints = complaints;
		this.queue = queue;
		this.rulings = rulings;
	}

	@PostMapping("/api/v1/comments/{id}/complaint")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Tag(name = "Comments")
	@Operation(summary = "Complains that a comment is against the law",
			description = "From anybody. A moderator decides by 'dueAt'; name and address are seen by moderators alone.")
	@ApiResponse(responseCode = "202", description = "Kept")
	@ApiResponse(responseCode = "404", description = "No comment that everybody may read")
	Mono<Complaints.Receipt> complain(@PathVariable UUID id, @Valid @RequestBody Objection objection) {
		return this.complaints.add(id, objection.cleaned());
	}

	@GetMapping(DESK)
	@Tag(name = "Moderation")
	@Operation(summary = "Lists complaints", description = "Those first that have to be decided first.")
	Mono<ComplaintQueue.Page> list(@RequestParam(required = false) @Nullable String edition,
			@RequestParam(defaultValue = "open") ComplaintState state,
			@RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable String cursor, Caller caller) {
		return this.queue.read(Moderators.editions(caller, edition), state, limit, cursor);
	}

	@PostMapping(DESK + "/{id}/decide")
	@Tag(name = "Moderation")
	@Operation(summary = "Decides a complaint",
			description = "'remove' rejects the comment, which is an action like any other and can be undone; "
					+ "the complaint stays decided then. Idempotent.")
	@ApiResponse(responseCode = "200", description = "Decided")
	@ApiResponse(responseCode = "409",
			description = "Decided otherwise before, or another moderator has claimed the comment")
	Mono<Complaint> decide(@PathVariable UUID id, @Valid @RequestBody Ruling ruling, Caller caller) {
		Moderators.requireAny(caller);
		return this.rulings.decide(id, ruling, caller);
	}

}
