package org.rayonka.comment.live;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Discussions for those who stay.
 */
@RestController
@Tag(name = "Comments")
class LiveController {

	private final LiveDiscussions discussions;

	private final Streams streams;

	LiveController(LiveDiscussions discussions, Streams streams) {
		this.discussions = discussions;
		this.streams = streams;
	}

	@GetMapping(path = "/api/v1/articles/{article}/comments/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(summary = "Watches a discussion",
			description = "'open' and 'total' tell the number and whether comments are taken, 'comment' one that "
					+ "appeared or was edited, 'removed' one that is gone; 'withdrawn' ends it. Comments that are "
					+ "imported show in the number alone. With Last-Event-ID it goes on behind that event: every "
					+ "comment that changed since comes once, as it is now.")
	@ApiResponse(responseCode = "200", description = "Server-sent events")
	@ApiResponse(responseCode = "404", description = "Unknown article")
	@ApiResponse(responseCode = "410", description = "The article was withdrawn")
	@ApiResponse(responseCode = "503", description = "As many streams are open as can be served")
	ResponseEntity<Flux<ServerSentEvent<String>>> watch(@PathVariable UUID article,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header("X-Accel-Buffering", "no")
			.body(this.streams.admit(this.discussions.of(article, lastEventId)));
	}

}
