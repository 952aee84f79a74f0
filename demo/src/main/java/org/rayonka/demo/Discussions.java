package org.rayonka.demo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Brings readers' comments to comment-service, which tells by their ids what it has
 * already.
 */
final class Discussions {

	/** Until comment-service has heard of the articles. */
	private static final Set<Integer> UNKNOWN_YET = Set.of(404, 409, 422);

	private final Calls calls;

	private final URI service;

	private final Consumer<String> listener;

	Discussions(Calls calls, URI service, Consumer<String> listener) {
		this.calls = calls;
		this.service = service;
		this.listener = listener;
	}

	/**
	 * A comment as the import takes it.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Imported(String sourceId, @Nullable String parentSourceId, String name, String text, Instant at,
			String status) {
	}

	/**
	 * What the import takes at once.
	 */
	record Batch(UUID articleId, List<Imported> items) {
	}

	void hold(List<PublishedStory> stories) {
		List<Batch> batches = stories.stream()
			.map((story) -> new Batch(story.id(), of(story)))
			.filter((batch) -> !batch.items().isEmpty())
			.toList();
		Progress progress = new Progress("comments", batches.stream().mapToInt((batch) -> batch.items().size()).sum(),
				listener);
		for (Batch batch : batches) {
			bring(batch);
			progress.add(batch.items().size());
		}
	}

	/** In order, a comment before the answers to it. */
	static List<Imported> of(PublishedStory story) {
		List<Imported> comments = new ArrayList<>();
		for (Story.Remark remark : story.story().head().comments()) {
			Integer to = remark.to();
			comments.add(new Imported(sourceId(story, comments.size() + 1), (to != null) ? sourceId(story, to) : null,
					remark.by(), remark.text(), story.publishedAt().plus(remark.delay()), "published"));
		}
		return comments;
	}

	private static String sourceId(PublishedStory story, int number) {
		return "demo/" + story.story().key() + "/" + number;
	}

	private void bring(Batch batch) {
		HttpRequest request = calls.signed(service, "/api/v1/moderation/imports")
			.header("Content-Type", "application/json")
			.POST(Calls.json(batch))
			.build();
		calls.send(request, UNKNOWN_YET);
	}

}
