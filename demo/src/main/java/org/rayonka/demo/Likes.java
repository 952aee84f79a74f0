package org.rayonka.demo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Likes of invented visitors at engagement-service, which knows an article only once its
 * event has arrived.
 */
final class Likes {

	private static final int MOST = 60;

	private static final int VISITORS = 240;

	/** Shares no factor with the number of visitors, so that none likes twice. */
	private static final int STRIDE = 7;

	private static final Duration SETTLED = Duration.ofHours(10);

	private static final Set<Integer> UNKNOWN_YET = Set.of(404);

	private final Calls calls;

	private final URI service;

	private final Consumer<String> listener;

	Likes(Calls calls, URI service, Consumer<String> listener) {
		this.calls = calls;
		this.service = service;
		this.listener = listener;
	}

	/**
	 * One visitor's like.
	 */
	record Like(UUID article, String visitor) {
	}

	void give(List<PublishedStory> stories, Instant now) {
		List<Like> likes = stories.stream().flatMap((story) -> of(story, now)).toList();
		Progress progress = new Progress("likes", likes.size(), listener);
		Several.each(likes, (like) -> {
			give(like);
			progress.add(1);
		});
	}

	static Stream<Like> of(PublishedStory story, Instant now) {
		var random = story.random("likes");
		double age = (double) Duration.between(story.publishedAt(), now).toMinutes() / SETTLED.toMinutes();
		double most = MOST * Math.pow(story.interest() / 9.0, 5) * random.nextDouble(0.7, 1.0);
		int first = random.nextInt(VISITORS);
		return IntStream.range(0, (int) Math.ceil(most * Math.clamp(age, 0.1, 1.0)))
			.mapToObj((n) -> new Like(story.id(), "demo-" + (1 + (first + n * STRIDE) % VISITORS)));
	}

	private void give(Like like) {
		HttpRequest request = calls.to(service, "/api/v1/articles/" + like.article() + "/like")
			.header("Rayonka-Visitor", like.visitor())
			.PUT(HttpRequest.BodyPublishers.noBody())
			.build();
		calls.send(request, UNKNOWN_YET);
	}

}
