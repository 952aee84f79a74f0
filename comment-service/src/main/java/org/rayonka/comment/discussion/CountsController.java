package org.rayonka.comment.discussion;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.rayonka.comment.CommentProblem;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The numbers of many discussions at once, for lists of articles.
 */
@RestController
@Tag(name = "Comments")
class CountsController {

	private static final int MOST = 100;

	private final Discussions discussions;

	private final Clock clock;

	CountsController(Discussions discussions, Clock clock) {
		this.discussions = discussions;
		this.clock = clock;
	}

	@GetMapping("/api/v1/comments/counts")
	@Operation(summary = "Counts the comments of many articles",
			description = "Of up to 100; unknown and withdrawn articles are left out.")
	Mono<Counts> counts(@RequestParam Set<UUID> ids) {
		if (ids.isEmpty() || ids.size() > MOST) {
			throw new CommentProblem.InvalidValue("ids", "must be 1 to %d articles".formatted(MOST));
		}
		Instant now = this.clock.instant();
		return this.discussions.all(ids)
			.filter((discussion) -> !discussion.state().withdrawn())
			.collectMap(Discussion::article, (discussion) -> new Count(discussion.comments(), discussion.openAt(now)))
			.map(Counts::new);
	}

	/**
	 * Numbers by article.
	 *
	 * @param items the key is the article's id
	 */
	record Counts(Map<UUID, Count> items) {

	}

	/**
	 * What is told of a discussion.
	 *
	 * @param comments how many everybody may read
	 * @param open whether comments are taken
	 */
	record Count(long comments, boolean open) {

	}

}
