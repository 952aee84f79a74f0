package org.rayonka.comment.authorship;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.CommentView;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Comments for their authors.
 */
@RestController
@Tag(name = "Comments")
class AuthorController {

	private final Edits edits;

	private final Deletions deletions;

	private final Waiting waiting;

	private final Involvement involvement;

	AuthorController(Edits edits, Deletions deletions, Waiting waiting, Involvement involvement) {
		this.edits = edits;
		this.deletions = deletions;
		this.waiting = waiting;
		this.involvement = involvement;
	}

	@PutMapping("/api/v1/comments/{id}")
	@Operation(summary = "Changes the text of one's own comment",
			description = "For a short time after it was sent. The rules judge the new text: a published comment may "
					+ "have to wait for a moderator again; one that waits goes on waiting.")
	@ApiResponse(responseCode = "200", description = "Changed; published or pending")
	@ApiResponse(responseCode = "403", description = "Somebody else's, or too late")
	@ApiResponse(responseCode = "404", description = "Unknown, or not to be seen")
	@ApiResponse(responseCode = "409", description = "Rejected or deleted, or the discussion is closed")
	Mono<Edits.Receipt> edit(@PathVariable UUID id, @Valid @RequestBody Edit edit,
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		return this.edits.edit(id, Author.of(caller, visitor), edit.text());
	}

	@DeleteMapping("/api/v1/comments/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Takes one's own comment back",
			description = "Its place stays where others have answered it. Idempotent.")
	@ApiResponse(responseCode = "204", description = "Nobody reads it any more")
	@ApiResponse(responseCode = "403", description = "Somebody else's")
	@ApiResponse(responseCode = "404", description = "Unknown, or not to be seen")
	Mono<Void> delete(@PathVariable UUID id,
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		return this.deletions.delete(id, Author.of(caller, visitor));
	}

	@GetMapping("/api/v1/articles/{article}/comments/mine")
	@Operation(summary = "Tells what in a discussion is one's own",
			description = "One's comments that wait for a moderator, newest first, 50 at most; all of one's comments "
					+ "with the time until which they may be changed, and one's votes, the latest 500 of each.")
	Mono<ResponseEntity<Mine>> mine(@PathVariable UUID article,
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		Author author = Author.of(caller, visitor);
		return this.waiting.of(author, article)
			.flatMap((items) -> Mono.zip(this.involvement.own(author, article), this.involvement.votes(author, article))
				.map((found) -> new Mine(items, found.getT1(), found.getT2())))
			.map((mine) -> ResponseEntity.ok().cacheControl(CacheControl.noStore().cachePrivate()).body(mine));
	}

	/**
	 * A change.
	 *
	 * @param text 1 to 5000 characters
	 */
	record Edit(@NotNull String text) {

	}

	/**
	 * What is one's own.
	 *
	 * @param items comments that wait, newest first
	 * @param own until when each of one's comments may be changed, by its id
	 * @param votes 1 or -1, by the comment's id
	 */
	record Mine(List<CommentView> items, Map<UUID, Instant> own, Map<UUID, Integer> votes) {

	}

}
