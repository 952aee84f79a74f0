package org.rayonka.comment.thread;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.CommentProperties;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Makes drafts of what is sent in: signed-in readers go under their own name, guests
 * under the one they give; it has to be allowed when it comes, and still when it is kept.
 */
@Component
class Drafts {

	private final Discussions discussions;

	private final Comments comments;

	private final CommentProperties properties;

	private final Clock clock;

	Drafts(Discussions discussions, Comments comments, CommentProperties properties, Clock clock) {
		this.discussions = discussions;
		this.comments = comments;
		this.properties = properties;
		this.clock = clock;
	}

	Mono<Draft> of(UUID article, Author author, Posting posting) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return this.discussions.get(article)
			.map((discussion) -> allowed(discussion, author))
			.flatMap((discussion) -> place(article, posting.parentId())
				.map((place) -> new Draft(discussion, author, place, wording(author, posting), now)));
	}

	/**
	 * Locks the discussion; nothing that changed since the draft was made may forbid it.
	 */
	Mono<Void> stillAllowed(Draft draft) {
		UUID article = draft.discussion().article();
		return this.discussions.lock(article)
			.map((discussion) -> allowed(discussion, draft.author()))
			.then(Mono.defer(() -> place(article, draft.place().parent())))
			.then();
	}

	private Discussion allowed(Discussion discussion, Author author) {
		Discussion open = discussion.writable(this.clock.instant());
		if (!open.rules().guests() && !author.signedIn()) {
			throw new CommentProblem.SignInRequired();
		}
		return open;
	}

	private Mono<Comment.Place> place(UUID article, @Nullable UUID parent) {
		if (parent == null) {
			return Mono.just(Comment.Place.FIRST);
		}
		return this.comments.get(parent)
			.onErrorMap(CommentProblem.UnknownComment.class, (_) -> new CommentProblem.UnknownParent(parent.toString()))
			.filter((comment) -> comment.published() && comment.article().equals(article))
			.switchIfEmpty(Mono.error(() -> new CommentProblem.UnknownParent(parent.toString())))
			.map(Comment::answer);
	}

	private Wording wording(Author author, Posting posting) {
		String chosen = (posting.name() != null) ? posting.name() : "";
		return Wording.of(author.name().isBlank() ? chosen : author.name(), posting.text(),
				this.properties.guestName());
	}

}
