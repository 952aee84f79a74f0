package org.rayonka.comment.thread;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.rayonka.comment.CommentProperties;
import org.rayonka.comment.Ids;
import org.rayonka.comment.discussion.Discussion;

import org.springframework.stereotype.Component;

/**
 * Makes a comment of what was sent in: signed-in readers go under their own name and are
 * guests under the one they give; whether a moderator sees it first is the edition's
 * choice.
 */
@Component
class HouseRules {

	private final CommentProperties properties;

	private final Clock clock;

	HouseRules(CommentProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	Comment apply(Discussion discussion, Author author, Posting posting, Comment.Place place) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Status status = discussion.appearsAtOnce(author.signedIn()) ? Status.PUBLISHED : Status.PENDING;
		return new Comment(Ids.at(now), discussion.article(), place, author.id(), wording(author, posting), status, now,
				Comment.Standing.NONE);
	}

	private Wording wording(Author author, Posting posting) {
		String chosen = (posting.name() != null) ? posting.name() : "";
		return Wording.of(author.name().isBlank() ? chosen : author.name(), posting.text(),
				this.properties.guestName());
	}

}
