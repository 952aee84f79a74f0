package org.rayonka.demo;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What article-service has published already, found as every reader finds it.
 */
final class Catalogue {

	private final Calls calls;

	private final URI service;

	Catalogue(Calls calls, URI service) {
		this.calls = calls;
		this.service = service;
	}

	/**
	 * All editions, or all authors of one.
	 */
	record NamedList(List<Named> items) {
	}

	/**
	 * As much of an edition or an author as matters here.
	 */
	record Named(String slug) {
	}

	/**
	 * A page of an edition's articles.
	 */
	record ArticleList(List<ArticleItem> items, @Nullable String next) {
	}

	/**
	 * As much of an article as matters here.
	 */
	record ArticleItem(UUID id, String headline, Instant publishedAt) {
	}

	Set<String> editions() {
		return get("/api/v1/editions", NamedList.class).items().stream().map(Named::slug).collect(Collectors.toSet());
	}

	/**
	 * Slugs of the authors of a paper.
	 */
	Set<String> authors(Paper paper) {
		return get("/api/v1/authors?edition=" + paper.slug(), NamedList.class).items()
			.stream()
			.map(Named::slug)
			.collect(Collectors.toSet());
	}

	/**
	 * Finds the articles of the demo by their headlines.
	 */
	Archive archive(List<Paper> papers) {
		return new Archive(papers.stream().flatMap((paper) -> published(paper).stream()).toList());
	}

	private List<PublishedStory> published(Paper paper) {
		Map<String, Story> stories = new HashMap<>();
		paper.stories().forEach((story) -> stories.put(story.head().headline(), story));
		List<PublishedStory> found = new ArrayList<>();
		String cursor = "";
		while (cursor != null) {
			ArticleList page = page(paper, cursor);
			for (ArticleItem item : page.items()) {
				Story story = stories.remove(item.headline());
				if (story != null) {
					found.add(new PublishedStory(paper, story, item.id(), item.publishedAt()));
				}
			}
			cursor = page.next();
		}
		return found;
	}

	List<ArticleItem> main(Paper paper) {
		return get("/api/v1/editions/" + paper.slug() + "/main", ArticleList.class).items();
	}

	private ArticleList page(Paper paper, String cursor) {
		String path = "/api/v1/articles?limit=100&edition=" + paper.slug();
		return get(cursor.isEmpty() ? path : path + "&cursor=" + cursor, ArticleList.class);
	}

	private <T> T get(String path, Class<T> type) {
		return Calls.read(calls.send(calls.to(service, path).GET().build(), Set.of()), type);
	}

}
