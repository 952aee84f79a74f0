package org.rayonka.comment.importing;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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

	@PostMapping("/api/v1/moderation/comments/import")
	@Operation(summary = "Imports comments",
			description = "For clients with the scope moderation. All or none; the same again changes nothing.")
	Mono<Imports.Result> run(@RequestBody @Size(min = 1, max = 500) List<@Valid ImportedComment> imported,
			Caller caller) {
		if (!caller.scopes().contains("moderation")) {
			throw new AccessProblem.Forbidden("This is for clients with the scope 'moderation'");
		}
		return this.imports.run(imported, caller);
	}

}
