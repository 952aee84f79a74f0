package org.rayonka.comment.moderation;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What moderators have done, and its undoing.
 */
@RestController
@RequestMapping("/api/v1/moderation/actions")
@Tag(name = "Moderation")
class ActionController {

	private final ActionLog log;

	private final Undoing undoing;

	ActionController(ActionLog log, Undoing undoing) {
		this.log = log;
		this.undoing = undoing;
	}

	@GetMapping
	@Operation(summary = "Lists what moderators have done", description = "Latest first, also what was undone.")
	Mono<ActionLog.Page> list(@RequestParam(required = false) @Nullable String edition,
			@RequestParam(required = false) @Nullable UUID comment,
			@RequestParam(required = false) @Nullable String moderator,
			@RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable String cursor, Caller caller) {
		return this.log.read(new ActionLog.Wanted(Moderators.editions(caller, edition), comment, moderator), limit,
				cursor);
	}

	@PostMapping("/{id}/undo")
	@Operation(summary = "Undoes an action",
			description = "The comment is what it was before, with its reports and "
					+ "all counts. Only the latest action that is not undone can be. Idempotent.")
	@ApiResponse(responseCode = "200", description = "Undone")
	@ApiResponse(responseCode = "409", description = "Something else was done since, or another moderator claims it")
	Mono<Action> undo(@PathVariable UUID id, Caller caller) {
		Moderators.requireAny(caller);
		return this.undoing.undo(id, caller);
	}

}
