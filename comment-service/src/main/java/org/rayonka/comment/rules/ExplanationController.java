package org.rayonka.comment.rules;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.thread.Author;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rules for who is about to write.
 */
@RestController
@Tag(name = "Comments")
class ExplanationController {

	private final Explanations explanations;

	ExplanationController(Explanations explanations) {
		this.explanations = explanations;
	}

	@GetMapping("/api/v1/articles/{article}/comments/rules")
	@Operation(summary = "Explains the rules to who is about to comment",
			description = "Whether comments are taken, from whom, and whether the caller's own will wait for a "
					+ "moderator; 'because' names the rules by which they will.")
	@ApiResponse(responseCode = "200", description = "For this caller alone")
	@ApiResponse(responseCode = "404", description = "Unknown article")
	@ApiResponse(responseCode = "410", description = "The article was withdrawn")
	Mono<ResponseEntity<Explanation>> explain(@PathVariable UUID article,
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		return this.explanations.of(article, reader(caller, visitor))
			.map((explanation) -> ResponseEntity.ok()
				.cacheControl(CacheControl.noStore().cachePrivate())
				.body(explanation));
	}

	/** Who only asks need not be known yet. */
	private static Author reader(Caller caller, @Nullable String visitor) {
		return (caller.anonymous() && visitor == null) ? new Author("", caller) : Author.of(caller, visitor);
	}

}
