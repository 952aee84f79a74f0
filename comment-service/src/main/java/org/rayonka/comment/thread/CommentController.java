package org.rayonka.comment.thread;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Discussions for readers.
 */
@RestController
@Tag(name = "Comments")
class CommentController {

	private static final String DISCUSSION = "/api/v1/articles/{article}/comments";

	private static final String THREAD = "/api/v1/comments/{id}";

	private final Threads threads;

	private final Comments comments;

	private final Postings postings;

	private final Shadow shadow;

	CommentController(Threads threads, Comments comments, Postings postings, Shadow shadow) {
		this.threads = threads;
		this.comments = comments;
		this.postings = postings;
		this.shadow = shadow;
	}

	@GetMapping(DISCUSSION)
	@Operation(summary = "Reads a discussion",
			description = "Published comments that begin a thread, each with the first of its answers below it. "
					+ "A removed comment whose answers stay keeps its place without name and text.")
	@ApiResponse(responseCode = "200", description = "A page; Link names the next one")
	@ApiResponse(responseCode = "404", description = "Unknown article")
	@ApiResponse(responseCode = "410", description = "The article was withdrawn")
	Mono<ResponseEntity<CommentPage>> read(@PathVariable UUID article, @RequestParam(defaultValue = "newest") Sort sort,
			@RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit,
			@RequestParam(required = false) @Nullable String cursor) {
		UriComponentsBuilder self = UriComponentsBuilder.fromPath(DISCUSSION).queryParam("sort", sort.text());
		return this.threads.read(article, sort, limit, cursor).map((page) -> linked(page, self, article, limit));
	}

	@PostMapping(DISCUSSION)
	@Operation(summary = "Posts a comment",
			description = "It appears at once or waits for a moderator; 'because' names the rules by which it waits. "
					+ "The same Idempotency-Key with the same content gives the first answer again.")
	@ApiResponse(responseCode = "201", description = "Kept; published or pending")
	@ApiResponse(responseCode = "409", description = "Discussion closed, or the same key in flight")
	@ApiResponse(responseCode = "422", description = "The key belongs to another content")
	Mono<ResponseEntity<Posting.Receipt>> post(@PathVariable UUID article, @Valid @RequestBody Posting posting,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		return this.postings.post(article, Author.of(caller, visitor), posting, key)
			.map((receipt) -> ResponseEntity.created(URI.create("/api/v1/comments/" + receipt.id())).body(receipt));
	}

	@GetMapping(THREAD)
	@Operation(summary = "Reads one comment", description = "Its author sees it also while it is pending.")
	@ApiResponse(responseCode = "200", description = "The comment, without what answers it")
	@ApiResponse(responseCode = "404", description = "Unknown, or not to be seen")
	@ApiResponse(responseCode = "410", description = "The article was withdrawn")
	Mono<CommentView> one(@PathVariable UUID id,
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		return this.comments.get(id)
			.flatMap((comment) -> ownPending(comment, caller, visitor)
					? this.shadow.seenByItsAuthor(comment).map(CommentView::own)
					: this.threads.one(comment).map((seen) -> CommentView.of(seen, List.of())));
	}

	@GetMapping(THREAD + "/replies")
	@Operation(summary = "Reads all answers of a thread",
			description = "Flat and oldest first; the comment has to be the first of its thread.")
	Mono<ResponseEntity<CommentPage>> answers(@PathVariable UUID id,
			@RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable String cursor) {
		return this.comments.get(id)
			.map(Threads::visible)
			.flatMap((comment) -> this.threads.answers(comment, limit, cursor))
			.map((page) -> linked(page, UriComponentsBuilder.fromPath(THREAD + "/replies"), id, limit));
	}

	private static boolean ownPending(Comment comment, Caller caller, @Nullable String visitor) {
		String self = caller.anonymous() ? visitor : caller.subject();
		return (comment.status() == Status.PENDING || comment.status() == Status.WITHHELD)
				&& comment.author().equals(self);
	}

	private static ResponseEntity<CommentPage> linked(CommentPage page, UriComponentsBuilder path, UUID id, int limit) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (page.next() != null) {
			String next = path.queryParam("limit", limit).queryParam("cursor", page.next()).build(id).toString();
			answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
		}
		return answer.body(page);
	}

}
