package org.rayonka.web.story;

import java.net.URI;

import org.rayonka.access.Caller;
import org.rayonka.web.comment.Comments;
import org.rayonka.web.comment.Posted;
import org.rayonka.web.failure.Unanswered;
import org.rayonka.web.page.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Comments of readers without script. What they have typed comes back to them whenever it
 * could not be kept.
 */
@RestController
class CommentController {

	private static final String COMMENTS = "/comments";

	private final Stories stories;

	private final Comments comments;

	private final StoryPages pages;

	CommentController(Stories stories, Comments comments, StoryPages pages) {
		this.stories = stories;
		this.comments = comments;
		this.pages = pages;
	}

	@PostMapping(StoryController.STORY + COMMENTS)
	Mono<ResponseEntity<byte[]>> post(ServerWebExchange exchange, Caller caller) {
		Visit form = Visit.of(exchange, caller);
		Visit visit = form.at(form.path().substring(0, form.path().length() - COMMENTS.length()));
		return Mono.zip(this.stories.at(visit.path()), exchange.getFormData().map(Draft::of))
			.flatMap((sent) -> post(visit, sent.getT1(), sent.getT2(), Sender.of(exchange)));
	}

	private Mono<ResponseEntity<byte[]>> post(Visit visit, Story story, Draft draft,
			MultiValueMap<String, String> sender) {
		if (draft.text().isEmpty()) {
			return refuse(visit, story, draft, Refusal.EMPTY);
		}
		return this.comments
			.post(story.article().id(), draft.key(story.article().id(), sender), sender, draft.comment())
			.map((posted) -> back(visit, posted))
			.onErrorResume(Unanswered::is, (failure) -> refuse(visit, story, draft, Refusal.of(failure)));
	}

	private Mono<ResponseEntity<byte[]>> refuse(Visit visit, Story story, Draft draft, Refusal refusal) {
		return this.pages.show(visit, story, draft.refused(refusal.key()), refusal.status());
	}

	private static ResponseEntity<byte[]> back(Visit visit, Posted posted) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(
					URI.create(visit.path() + "?said=" + (posted.published() ? "published" : "pending") + "#comments"))
			.build();
	}

}
