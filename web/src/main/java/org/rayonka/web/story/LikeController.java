package org.rayonka.web.story;

import java.net.URI;

import org.rayonka.web.engagement.Engagement;
import org.rayonka.web.failure.Unanswered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Likes of readers without script.
 */
@RestController
class LikeController {

	private final Stories stories;

	private final Engagement engagement;

	LikeController(Stories stories, Engagement engagement) {
		this.stories = stories;
		this.engagement = engagement;
	}

	@PostMapping(StoryController.STORY + "/like")
	Mono<ResponseEntity<Void>> like(ServerWebExchange exchange) {
		MultiValueMap<String, String> sender = Sender.of(exchange);
		String page = pageOf(exchange);
		return this.stories.at(page)
			.flatMap((story) -> said(page, "liked", this.engagement.like(story.article().id(), sender)));
	}

	@PostMapping(StoryController.STORY + "/unlike")
	Mono<ResponseEntity<Void>> unlike(ServerWebExchange exchange) {
		MultiValueMap<String, String> sender = Sender.of(exchange);
		String page = pageOf(exchange);
		return this.stories.at(page)
			.flatMap((story) -> said(page, "unliked", this.engagement.unlike(story.article().id(), sender)));
	}

	private static Mono<ResponseEntity<Void>> said(String page, String notice, Mono<Void> change) {
		return change.thenReturn(notice)
			.onErrorResume(Unanswered::is, (failure) -> Mono.just("like-away"))
			.map((said) -> back(page, said));
	}

	private static ResponseEntity<Void> back(String page, String said) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(page + "?said=" + said + "#reactions"))
			.build();
	}

	private static String pageOf(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().pathWithinApplication().value();
		return path.substring(0, path.lastIndexOf('/'));
	}

}
