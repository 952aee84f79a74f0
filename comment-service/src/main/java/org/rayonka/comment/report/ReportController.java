package org.rayonka.comment.report;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.PlainText;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Readers' reports of comments.
 */
@RestController
@Tag(name = "Comments")
class ReportController {

	private final Reports reports;

	ReportController(Reports reports) {
		this.reports = reports;
	}

	@PostMapping("/api/v1/comments/{id}/report")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Reports a comment to the moderators",
			description = "Kept once for each reader; the comment stays until a moderator has judged.")
	Mono<Void> report(@PathVariable UUID id, @Valid @RequestBody Report report,
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		return this.reports.add(id, Author.of(caller, visitor), report.cleaned(),
				(report.category != null) ? report.category : Category.OTHER);
	}

	/**
	 * A report.
	 *
	 * @param reason 1 to 500 characters
	 * @param category spam, abuse, offtopic or other, which it is when there is none
	 */
	record Report(@NotNull String reason, @Nullable Category category) {

		private static final int LONGEST = 500;

		String cleaned() {
			return PlainText.of("reason", this.reason, 1, LONGEST);
		}

	}

}
