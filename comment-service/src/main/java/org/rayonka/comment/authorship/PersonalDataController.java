package org.rayonka.comment.authorship;

import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.AuthorId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is kept of somebody: told and erased for himself, and on his request by moderators
 * of all editions. What was brought along from elsewhere is nobody's here.
 */
@RestController
class PersonalDataController {

	private static final String FILE = ContentDisposition.attachment()
		.filename("comments.json", StandardCharsets.US_ASCII)
		.build()
		.toString();

	private final PersonalData data;

	private final Erasure erasure;

	PersonalDataController(PersonalData data, Erasure erasure) {
		this.data = data;
		this.erasure = erasure;
	}

	@GetMapping(path = "/api/v1/comments/mine/export", produces = MediaType.APPLICATION_JSON_VALUE)
	@Tag(name = "Comments")
	@Operation(summary = "Downloads everything that is kept of oneself",
			description = "All comments with what they said before, votes and reports.")
	@ApiResponse(responseCode = "200", description = "A JSON file")
	ResponseEntity<Flux<String>> export(
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		return file(Author.of(caller, visitor).id());
	}

	@DeleteMapping("/api/v1/comments/mine")
	@Tag(name = "Comments")
	@Operation(summary = "Erases everything that is kept of oneself",
			description = "Names and words, votes and reports; places stay where others have answered. When it is not "
					+ "complete, the same call goes on.")
	@ApiResponse(responseCode = "200", description = "How many comments, and whether nothing is left")
	Mono<Erasure.Erased> erase(
			@Parameter(hidden = true) @RequestHeader(name = Author.VISITOR, required = false) @Nullable String visitor,
			Caller caller) {
		return this.erasure.erase(known(Author.of(caller, visitor).id()));
	}

	@GetMapping(path = "/api/v1/moderation/authors/{author}/export", produces = MediaType.APPLICATION_JSON_VALUE)
	@Tag(name = "Moderation")
	@Operation(summary = "Downloads everything that is kept of an author",
			description = "On the author's request; for moderators of all editions.")
	@ApiResponse(responseCode = "200", description = "A JSON file")
	ResponseEntity<Flux<String>> exportOf(@PathVariable String author, Caller caller) {
		requireAll(caller);
		return file(AuthorId.of(author).author());
	}

	@DeleteMapping("/api/v1/moderation/authors/{author}/data")
	@Tag(name = "Moderation")
	@Operation(summary = "Erases everything that is kept of an author",
			description = "On the author's request; for moderators of all editions. When it is not complete, the "
					+ "same call goes on.")
	@ApiResponse(responseCode = "200", description = "How many comments, and whether nothing is left")
	Mono<Erasure.Erased> eraseOf(@PathVariable String author, Caller caller) {
		requireAll(caller);
		return this.erasure.erase(known(AuthorId.of(author).author()));
	}

	private ResponseEntity<Flux<String>> file(String author) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, FILE)
			.cacheControl(CacheControl.noStore().cachePrivate())
			.body(this.data.of(known(author)));
	}

	private static String known(String author) {
		if (author.equals(Own.NOBODY)) {
			throw new CommentProblem.InvalidValue("author", "is nobody's name here");
		}
		return author;
	}

	private static void requireAll(Caller caller) {
		if (!caller.mayModerate("*")) {
			throw new AccessProblem.Forbidden("This is for moderators of all editions");
		}
	}

}
