package org.rayonka.demo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Opens the editions and publishes their articles at article-service.
 */
final class Newsroom {

	private static final Set<Integer> NOTHING_PASSES = Set.of();

	private final Calls calls;

	private final URI service;

	private final Consumer<String> listener;

	Newsroom(Calls calls, URI service, Consumer<String> listener) {
		this.calls = calls;
		this.service = service;
		this.listener = listener;
	}

	/**
	 * What an upload answers.
	 */
	record Stored(String path) {
	}

	/**
	 * What writing an article answers.
	 */
	record Draft(UUID id) {
	}

	/**
	 * Creates the editions and authors that are not there; what somebody changed in one
	 * stays.
	 */
	void open(List<Paper> papers, Catalogue catalogue) {
		Set<String> known = catalogue.editions();
		Progress progress = new Progress("editions", papers.size(), listener);
		for (Paper paper : papers) {
			if (!known.contains(paper.slug())) {
				calls.send(json("/api/v1/newsroom/editions/" + paper.slug())
					.PUT(Calls.json(paper.imprint().form(upload(paper.imprint().emblem()))))
					.build(), NOTHING_PASSES);
			}
			Set<String> introduced = catalogue.authors(paper);
			paper.imprint()
				.authors()
				.stream()
				.filter((author) -> !introduced.contains(author.slug()))
				.forEach((author) -> introduce(paper, author));
			progress.add(1);
		}
	}

	private void introduce(Paper paper, Paper.Writer author) {
		calls.send(json("/api/v1/newsroom/authors/" + author.slug()).PUT(Calls.json(author.form(paper.slug()))).build(),
				NOTHING_PASSES);
	}

	/**
	 * Pins main stories where nothing is pinned.
	 */
	void pin(List<Paper> papers, Archive archive, Catalogue catalogue) {
		for (Paper paper : papers) {
			List<UUID> main = archive.ids(paper, paper.imprint().main());
			if (!main.isEmpty() && catalogue.main(paper).isEmpty()) {
				calls.send(json("/api/v1/newsroom/editions/" + paper.slug() + "/main")
					.PUT(Calls.json(Map.of("articles", main)))
					.build(), NOTHING_PASSES);
			}
		}
	}

	/**
	 * Publishes what the archive does not have, oldest first, after its pictures and
	 * videos.
	 */
	void publish(List<Paper> papers, Archive archive, Instant now) {
		List<Assignment> missing = papers.stream()
			.flatMap((paper) -> paper.stories().stream().map((story) -> new Assignment(paper, story, now)))
			.filter((assignment) -> !archive.has(assignment.story()))
			.sorted(Comparator.comparing(Assignment::publishedAt))
			.toList();
		Map<String, String> media = upload(missing);
		int total = papers.stream().mapToInt((paper) -> paper.stories().size()).sum();
		Progress progress = new Progress("articles", total, listener);
		progress.add(total - missing.size());
		Several.each(missing, (assignment) -> {
			publish(assignment, media);
			progress.add(1);
		});
	}

	private Map<String, String> upload(List<Assignment> assignments) {
		List<String> files = assignments.stream()
			.flatMap((assignment) -> assignment.story().media())
			.distinct()
			.toList();
		Progress progress = new Progress("pictures", files.size(), listener);
		Map<String, String> paths = new ConcurrentHashMap<>();
		Several.each(files, (file) -> {
			paths.put(file, upload(file));
			progress.add(1);
		});
		return paths;
	}

	private String upload(String file) {
		HttpRequest request = calls.signed(service, "/api/v1/newsroom/media")
			.header("Content-Type", "application/octet-stream")
			.POST(HttpRequest.BodyPublishers.ofByteArray(Papers.media(file)))
			.build();
		return Calls.read(calls.send(request, NOTHING_PASSES), Stored.class).path();
	}

	private void publish(Assignment assignment, Map<String, String> media) {
		HttpResponse<byte[]> written = calls
			.send(json("/api/v1/newsroom/articles").POST(Calls.json(assignment.form(media))).build(), NOTHING_PASSES);
		UUID id = Calls.read(written, Draft.class).id();
		HttpResponse<byte[]> published = calls.settled(json("/api/v1/newsroom/articles/" + id + "/publish")
			.header("If-Match", written.headers().firstValue("ETag").orElse("*"))
			.POST(Calls.json(Map.of("publishedAt", assignment.publishedAt().toString())))
			.build(), NOTHING_PASSES);
		if (published.statusCode() >= 400) {
			// sent again after an answer that was lost, it is out of date: what counts is
			// the page
			calls.send(calls.to(service, "/api/v1/articles/" + id).GET().build(), NOTHING_PASSES);
		}
	}

	private HttpRequest.Builder json(String path) {
		return calls.signed(service, path).header("Content-Type", "application/json");
	}

}
