package org.rayonka.web.story;

import java.util.Optional;
import java.util.UUID;

import org.rayonka.web.comment.Comments;
import org.rayonka.web.comment.Discussion;
import org.rayonka.web.comment.Mine;
import org.rayonka.web.comment.WritingRules;
import org.rayonka.web.page.Part;
import org.rayonka.web.page.Parts;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Puts discussions together, each for one reader, of whatever comment-service tells.
 */
@Component
class Talks {

	private final Parts parts;

	private final Comments comments;

	Talks(Parts parts, Comments comments) {
		this.parts = parts;
		this.comments = comments;
	}

	/** The discussion of an article, never an error. */
	Mono<Talk> of(View view, UUID article) {
		return Mono
			.zip(this.parts.of("comments", this.comments.discussion(article, view.place())),
					this.parts.recalled("comment-rules", this.comments.rules(article, view.signedIn())),
					this.parts.of("own-comments", this.comments.mine(article, view.known())))
			.map((told) -> talk(view, told.getT1(), told.getT2(), told.getT3()));
	}

	private static Talk talk(View view, Part<Discussion> discussion, Part<Optional<WritingRules>> rules,
			Part<Mine> mine) {
		Mine own = mine.known() ? mine.get() : Mine.NOTHING;
		return new Talk(view.visit().path(), view.place(), discussion.map((all) -> all.with(own)),
				rules.known() ? rules.get() : Optional.empty(), own, view.draft(), view.deed(), view.notice());
	}

}
