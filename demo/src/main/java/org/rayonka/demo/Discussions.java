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

	private static final int PORTION = 200;

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
	record Imported(String externalId, UUID article, String name, String text, Instant at,
			@Nullable String parentExternalId) {
	}

	void hold(List<PublishedStory> stories) {
		List<Imported> all = stories.stream().flatMap((story) -> of(story).stream()).toList();
		Progress progress = new Progress("comments", all.size(), listener);
		for (int from = 0; from < all.size(); from += PORTION) {
			List<Imported> portion = all.subList(from, Math.min(all.size(), from + PORTION));
			bring(portion);
			progress.add(portion.size());
		}
	}

	/** In order, a comment before the answers to it. */
	static List<Imported> of(PublishedStory story) {
		List<Imported> comments = new ArrayList<>();
		for (Story.Remark remark : story.story().head().comments()) {
			Integer to = remark.to();
			comments.add(new Imported(externalId(story, comments.size() + 1), story.id(), remark.by(), remark.text(),
					story.publishedAt().plus(remark.delay()), (to != null) ? externalId(story, to) : null));
		}
		return comments;
	}

	private static String externalId(PublishedStory story, int number) {
		return "demo/" + story.story().key() + "/" + number;
	}

	private void bring(List<Imported> portion) {
		HttpRequest request = calls.signed(service, "/api/v1/moderation/comments/import")
			.header("Content-Type", "application/json")
			.POST(Calls.json(portion))
			.build();
		calls.send(request, UNKNOWN_YET);
	}

}
