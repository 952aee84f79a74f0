package org.rayonka.comment.moderation;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.thread.PlainText;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes comments that stay.
 */
@RestController
@RequestMapping("/api/v1/moderation/comments/{id}")
@Tag(name = "Moderation")
class AmendmentController {

	private final Amendments amendments;

	AmendmentController(Amendments amendments) {
		this.amendments = amendments;
	}

	@PostMapping("/edit")
	@Operation(summary = "Gives a comment other words", description = "The words before are kept with the action.")
	@ApiResponse(responseCode = "200", description = "It says this now; 'action' is null when it did before")
	@ApiResponse(responseCode = "409", description = "Another moderator has claimed it")
	Mono<Amended> edit(@PathVariable UUID id, @Valid @RequestBody Edit edit, Caller caller) {
		Moderators.requireAny(caller);
		return amended(id, this.amendments.edit(id, edit.text, PlainText.orNull(edit.reason), caller));
	}

	@PutMapping("/pick")
	@Operation(summary = "Recommends a comment", description = "Idempotent.")
	Mono<Amended> pick(@PathVariable UUID id, Caller caller) {
		Moderators.requireAny(caller);
		return amended(id, this.amendments.pick(id, true, caller));
	}

	@DeleteMapping("/pick")
	@Operation(summary = "Recommends a comment no longer", description = "Idempotent.")
	Mono<Amended> unpick(@PathVariable UUID id, Caller caller) {
		Moderators.requireAny(caller);
		return amended(id, this.amendments.pick(id, false, caller));
	}

	private static Mono<Amended> amended(UUID id, Mono<UUID> action) {
		return action.map((done) -> new Amended(id, done)).defaultIfEmpty(new Amended(id, null));
	}

	/**
	 * Other words.
	 *
	 * @param text 1 to 5000 characters
	 * @param reason for colleagues, or null
	 */
	record Edit(@NotNull String text, @Nullable @Size(max = 500) String reason) {
	}

	/**
	 * What was changed.
	 *
	 * @param id the comment's id
	 * @param action by which it can be undone; null when nothing had to be changed
	 */
	record Amended(UUID id, @Nullable UUID action) {
	}

}
