package org.rayonka.engagement.like;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.engagement.card.Cards;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Likes over HTTP: PUT gives one, DELETE takes it back, both as often as one likes.
 */
@RestController
@RequestMapping("/api/v1/articles/{article}/like")
class LikeController {

	/** Set by the gateway from the signed visitor cookie. */
	private static final String VISITOR = "Rayonka-Visitor";

	private static final int LONGEST_VISITOR = 128;

	private final Likes likes;

	private final Cards cards;

	LikeController(Likes likes, Cards cards) {
		this.likes = likes;
		this.cards = cards;
	}

	@PutMapping
	Mono<LikeState> like(@PathVariable UUID article, Caller caller,
			@RequestHeader(name = VISITOR, required = false) @Nullable String visitor) {
		String who = who(caller, visitor);
		return this.cards.published(article).then(this.likes.give(article, who));
	}

	@DeleteMapping
	Mono<LikeState> unlike(@PathVariable UUID article, Caller caller,
			@RequestHeader(name = VISITOR, required = false) @Nullable String visitor) {
		String who = who(caller, visitor);
		return this.cards.published(article).then(this.likes.takeBack(article, who));
	}

	/** The account when signed in, else the visitor. */
	private static String who(Caller caller, @Nullable String visitor) {
		if (!caller.anonymous()) {
			return "account:" + caller.subject();
		}
		if (visitor == null || visitor.isBlank() || visitor.length() > LONGEST_VISITOR) {
			throw new LikeProblem.VisitorRequired();
		}
		return "visitor:" + visitor;
	}

}
