package org.rayonka.web.story;

import org.rayonka.access.Caller;
import org.rayonka.web.comment.Deeds;
import org.rayonka.web.comment.Posted;
import org.rayonka.web.failure.Unanswered;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * Comments of readers. What they have typed comes back to them whenever it could not be
 * kept.
 */
@RestController
class CommentController {

	private static final String COMMENTS = "/comments";

	private final Stories stories;

	private final Deeds deeds;

	private final StoryPages pages;

	CommentController(Stories stories, Deeds deeds, StoryPages pages) {
		this.stories = stories;
		this.deeds = deeds;
		this.pages = pages;
	}

	@PostMapping(StoryController.STORY + COMMENTS)
	Mono<ResponseEntity<byte[]>> post(ServerWebExchange exchange, Caller caller) {
		View form = View.of(exchange, caller);
		String path = form.visit().path();
		View view = form.at(path.substring(0, path.length() - COMMENTS.length()));
		return Mono.zip(this.stories.at(view.visit().path()), exchange.getFormData().map(Draft::of))
			.flatMap((sent) -> post(view.with(sent.getT2()), sent.getT1()));
	}

	private Mono<ResponseEntity<byte[]>> post(View view, Story story) {
		Draft draft = view.draft();
		if (draft.text().isEmpty()) {
			return refuse(view, story, Refusal.EMPTY);
		}
		return this.deeds
			.post(story.article().id(), draft.key(story.article().id(), view.sender()), view.sender(), draft.comment())
			.map((posted) -> back(view, posted))
			.onErrorResume(Unanswered::is,
					(failure) -> refuse(view, story, Refusal.of(failure, "comment.refused.text")));
	}

	private Mono<ResponseEntity<byte[]>> refuse(View view, Story story, Refusal refusal) {
		return this.pages.show(view.with(view.draft().refused(refusal)), story, refusal.status());
	}

	/** To where the comment stands: first of all, or below what it answers. */
	private static ResponseEntity<byte[]> back(View view, Posted posted) {
		Return to = Return.to(view).at(posted.id()).saying(posted.published() ? "published" : "pending");
		if (view.draft().parent() == null) {
			return to.see();
		}
		return to.showing(posted.published() ? posted.id() : view.draft().parent()).see();
	}

}
