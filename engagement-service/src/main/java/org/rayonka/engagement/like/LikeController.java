package org.rayonka.engagement.like;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.engagement.card.Cards;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Likes over HTTP: GET tells whether the reader's is there, PUT gives it, DELETE takes it
 * back, all as often as one likes. Whoever is signed in finds here what they liked before
 * signing in.
 */
@RestController
@RequestMapping("/api/v1/articles/{article}/like")
@ApiResponse(responseCode = "200", description = "How many like the article, and whether the reader does")
@ApiResponse(responseCode = "404", description = "Unknown article")
@ApiResponse(responseCode = "410", description = "The article was withdrawn")
class LikeController {

	/** Set by the gateway from the signed visitor cookie. */
	private static final String VISITOR = "Rayonka-Visitor";

	private static final CacheControl NEVER = CacheControl.noStore().cachePrivate();

	private final Likes likes;

	private final Handover handover;

	private final Cards cards;

	LikeController(Likes likes, Handover handover, Cards cards) {
		this.likes = likes;
		this.handover = handover;
		this.cards = cards;
	}

	@GetMapping
	@Operation(summary = "Whether the reader likes an article",
			description = "The account's like, with a token or a session; else that of the visitor's cookie. "
					+ "Without any of them 'liked' is false. Never cached.")
	Mono<ResponseEntity<LikeState>> state(@PathVariable UUID article, @Parameter(hidden = true) Caller caller,
			@Parameter(hidden = true) @RequestHeader(name = VISITOR, required = false) @Nullable String visitor) {
		Reader reader = Reader.of(caller, visitor);
		return settled(article, reader).then(this.likes.state(article, reader.id()))
			.map((state) -> ResponseEntity.ok().cacheControl(NEVER).body(state));
	}

	@PutMapping
	@Operation(summary = "Likes an article",
			description = "Idempotent: a reader's like counts once. It belongs to the account, with a token or a "
					+ "session; else to the visitor's cookie, which the first answer sets, and follows the reader "
					+ "who signs in later.")
	@ApiResponse(responseCode = "400", description = "Nothing says who the reader is")
	Mono<LikeState> like(@PathVariable UUID article, @Parameter(hidden = true) Caller caller,
			@Parameter(hidden = true) @RequestHeader(name = VISITOR, required = false) @Nullable String visitor) {
		Reader reader = Reader.of(caller, visitor).somebody();
		return settled(article, reader).then(this.likes.give(article, reader.id()));
	}

	@DeleteMapping
	@Operation(summary = "Takes a like back", description = "Idempotent: does nothing when there is none.")
	@ApiResponse(responseCode = "400", description = "Nothing says who the reader is")
	Mono<LikeState> unlike(@PathVariable UUID article, @Parameter(hidden = true) Caller caller,
			@Parameter(hidden = true) @RequestHeader(name = VISITOR, required = false) @Nullable String visitor) {
		Reader reader = Reader.of(caller, visitor).somebody();
		return settled(article, reader).then(this.likes.takeBack(article, reader.id()));
	}

	/** Completes when the article may be liked and the reader's likes are all theirs. */
	private Mono<Void> settled(UUID article, Reader reader) {
		return this.cards.published(article).then(this.handover.to(reader));
	}

}
