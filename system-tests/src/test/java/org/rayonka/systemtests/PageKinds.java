package org.rayonka.systemtests;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * One address of each kind of page that readers see.
 */
final class PageKinds {

	private final List<JsonNode> articles;

	PageKinds(RunningPlatform platform) {
		this.articles = Api.anonymous(platform)
			.get("/api/v1/articles?edition=zarechye&limit=100")
			.json()
			.get("items")
			.valueStream()
			.toList();
	}

	/** Paths by the names that pictures of them have. */
	Map<String, String> all() {
		JsonNode article = rich();
		JsonNode signed = first((one) -> !one.get("authors").isEmpty());
		String story = path(article);
		Map<String, String> kinds = new LinkedHashMap<>();
		kinds.put("front", "/");
		kinds.put("edition", "/zarechye/");
		kinds.put("rubric", "/zarechye/" + article.get("rubric").asString() + "/");
		kinds.put("tag", "/zarechye/tag/" + first((one) -> !one.get("tags").isEmpty()).at("/tags/0").asString() + "/");
		kinds.put("author", URI.create(signed.at("/authors/0/url").asString()).getPath());
		kinds.put("day", story.substring(0, story.lastIndexOf('/') + 1));
		kinds.put("article", story);
		kinds.put("print", story + "/print");
		kinds.put("search", "/search?q=школа");
		kinds.put("search-nothing", "/search?q=абракадабра");
		kinds.put("imprint", "/zarechye/imprint");
		kinds.put("rules", "/about/rules");
		kinds.put("privacy", "/about/privacy");
		kinds.put("views", "/about/views");
		kinds.put("offline", "/offline");
		kinds.put("not-found", "/zarechye/2020/01/01/no-such-story");
		kinds.replaceAll((kind, path) -> encoded(path));
		return kinds;
	}

	/** An article with pictures and a video. */
	String article() {
		return rich().get("url").asString();
	}

	List<String> articles() {
		return this.articles.stream().map((article) -> article.get("url").asString()).toList();
	}

	private JsonNode rich() {
		return first((one) -> one.get("picture").isObject() && one.get("video").asBoolean());
	}

	private JsonNode first(Predicate<JsonNode> wanted) {
		return this.articles.stream().filter(wanted).findFirst().orElseThrow();
	}

	private static String path(JsonNode article) {
		return URI.create(article.get("url").asString()).getPath();
	}

	private static String encoded(String path) {
		return URI.create(path.replace(" ", "%20")).toASCIIString();
	}

}
