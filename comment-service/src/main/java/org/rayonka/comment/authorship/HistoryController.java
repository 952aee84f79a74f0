package org.rayonka.comment.authorship;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.rayonka.access.Caller;
import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.moderation.Moderators;
import org.rayonka.comment.thread.Comments;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows moderators what a comment said before.
 */
@RestController
@Tag(name = "Moderation")
class HistoryController {

	private final Comments comments;

	private final Discussions discussions;

	private final Wordings wordings;

	HistoryController(Comments comments, Discussions discussions, Wordings wordings) {
		this.comments = comments;
		this.discussions = discussions;
		this.wordings = wordings;
	}

	@GetMapping("/api/v1/moderation/comments/{id}/history")
	@Operation(summary = "Lists what a comment said before its author changed it", description = "The latest first.")
	Mono<History> history(@PathVariable UUID id, Caller caller) {
		Moderators.requireAny(caller);
		return this.comments.get(id)
			.flatMap((comment) -> this.discussions.get(comment.article()))
			.map((discussion) -> discussion.moderatedBy(caller))
			.then(Mono.defer(() -> this.wordings.of(id)))
			.map(History::new);
	}

	/**
	 * What a comment said before.
	 *
	 * @param items the latest first
	 */
	record History(List<Wordings.Earlier> items) {

	}

}
