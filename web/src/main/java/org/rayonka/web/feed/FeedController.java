package org.rayonka.web.feed;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

import org.rayonka.tags.CacheTags;
import org.rayonka.web.asset.Digest;
import org.rayonka.web.edge.Sharing;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds of editions and of all, in three formats.
 */
@RestController
class FeedController {

	private static final CacheControl A_MINUTE = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

	private final Feeds feeds;

	private final JsonMapper json;

	FeedController(Feeds feeds, JsonMapper json) {
		this.feeds = feeds;
		this.json = json;
	}

	@GetMapping("/feeds/{name}.rss")
	Mono<ResponseEntity<byte[]>> rss(@PathVariable String name) {
		return answer(name, ".rss", "application/rss+xml", RssFeed::write);
	}

	@GetMapping("/feeds/{name}.atom")
	Mono<ResponseEntity<byte[]>> atom(@PathVariable String name) {
		return answer(name, ".atom", "application/atom+xml", AtomFeed::write);
	}

	@GetMapping("/feeds/{name}.json")
	Mono<ResponseEntity<byte[]>> json(@PathVariable String name) {
		return answer(name, ".json", "application/feed+json", (feed) -> this.json.writeValueAsBytes(JsonFeed.of(feed)));
	}

	private Mono<ResponseEntity<byte[]>> answer(String name, String ending, String type,
			Function<Feed, byte[]> format) {
		return this.feeds.named(name, "/feeds/" + name + ending).map((feed) -> {
			byte[] body = format.apply(feed);
			ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
				.contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
				.cacheControl(A_MINUTE)
				.eTag("\"" + Digest.of(body) + "\"")
				.lastModified(feed.updated());
			Sharing.FIVE_MINUTES.allow(answer, Set.of(CacheTags.LISTS));
			return answer.body(body);
		});
	}

}
