package org.rayonka.comment.vote;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Author;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Votes on comments.
 */
@RestController
@RequestMapping("/api/v1/comments/{id}/vote")
@Tag(name = "Comments")
class VoteController {

	private final Votes votes;

	VoteController(Votes votes) {
		this.votes = votes;
	}

	@PutMapping
	@Operation(summary = "Votes for or against a comment", description = "One vote each; the last one stands.")
	Mono<Votes.Standing> vote(@PathVariable UUID id, @Valid @RequestBody Vote vote,
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		return this.votes.cast(id, Author.of(caller, visitor), vote.checked());
	}

	@DeleteMapping
	@Operation(summary = "Takes a vote back", description = "Does nothing when there is none.")
	Mono<Votes.Standing> takeBack(@PathVariable UUID id,
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		return this.votes.cast(id, Author.of(caller, visitor), 0);
	}

	/**
	 * A vote.
	 *
	 * @param value 1 for, -1 against
	 */
	record Vote(@NotNull Integer value) {

		int checked() {
			if (Math.abs(this.value) != 1) {
				throw new CommentProblem.InvalidValue("value", "must be 1 or -1");
			}
			return this.value;
		}

	}

}
