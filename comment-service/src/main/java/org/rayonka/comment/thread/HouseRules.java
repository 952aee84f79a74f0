package org.rayonka.comment.thread;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.rayonka.comment.CommentProperties;
import org.rayonka.comment.Ids;

import org.springframework.stereotype.Component;

/**
 * Makes a comment of what was sent in: signed-in readers go under their own name and are
 * published at once, guests as the newsroom has decided.
 */
@Component
class HouseRules {

	private final CommentProperties properties;

	private final Clock clock;

	HouseRules(CommentProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	Comment apply(UUID article, Author author, Posting posting, Comment.Place place) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Status status = (author.signedIn() || !this.properties.premoderateGuests()) ? Status.PUBLISHED : Status.PENDING;
		return new Comment(Ids.at(now), article, place, author.id(), wording(author, posting), status, now,
				Comment.Standing.NONE);
	}

	private Wording wording(Author author, Posting posting) {
		String chosen = (posting.name() != null) ? posting.name() : "";
		return Wording.of(author.name().isBlank() ? chosen : author.name(), posting.text(),
				this.properties.guestName());
	}

}
