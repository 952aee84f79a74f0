package org.rayonka.comment.importing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes comments that were made elsewhere.
 */
@RestController
@Tag(name = "Moderation")
class ImportController {

	private final Imports imports;

	ImportController(Imports imports) {
		this.imports = imports;
	}

	@PostMapping("/api/v1/moderation/imports")
	@Operation(summary = "Imports the comments of an article",
			description = "For clients with the scope moderation. A comment is known by its article and sourceId: "
					+ "sent again it is unchanged, whatever it says now. What it answers may come in an earlier "
					+ "request or anywhere in the same one; when nobody knows it, the comment begins a thread. "
					+ "Texts are plain; one of more than 5000 characters, or a name of more than 60, is cut. "
					+ "A date in the future becomes now, and an answer is never older than what it answers. "
					+ "Skipped are comments without text (empty), from before 1990 (too-old), and the second "
					+ "of a sourceId (repeated).")
	@ApiResponse(responseCode = "200", description = "Everything that can be kept is kept")
	@ApiResponse(responseCode = "404", description = "Unknown article, or not told yet: send it again later")
	@ApiResponse(responseCode = "410", description = "The article was withdrawn")
	Mono<ImportOutcome> run(@Valid @RequestBody ImportBatch batch, Caller caller) {
		if (!caller.scopes().contains("moderation")) {
			throw new AccessProblem.Forbidden("This is for clients with the scope 'moderation'");
		}
		return this.imports.run(batch, caller);
	}

}
