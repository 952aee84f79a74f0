package org.rayonka.web.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.rayonka.web.article.Article;
import org.rayonka.web.article.Article.Picture;
import org.rayonka.web.article.Edition;
import org.rayonka.web.asset.Assets;
import org.rayonka.web.site.Site;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes an article as a schema.org NewsArticle.
 */
@Component
class Structured {

	private static final int HEADLINE_LIMIT = 110;

	private final JsonMapper json;

	private final Site site;

	private final Assets assets;

	Structured(JsonMapper json, Site site, Assets assets) {
		this.json = json;
		this.site = site;
		this.assets = assets;
	}

	/**
	 * Writes JSON-LD.
	 * @param story what is described
	 * @return JSON that cannot end a script element
	 */
	String of(Story story) {
		Article article = story.article();
		String url = this.site.absolute(this.site.path(article.url()));
		Map<String, Object> graph = new LinkedHashMap<>();
		graph.put("@context", "https://schema.org");
		graph.put("@graph", List.of(news(article, story.edition(), url), breadcrumbs(story, url)));
		return this.json.writeValueAsString(graph)
			.replace("<", "\\u003c")
			.replace(">", "\\u003e")
			.replace("&", "\\u0026");
	}

	private Map<String, Object> news(Article article, Edition edition, String url) {
		Map<String, Object> news = new LinkedHashMap<>();
		news.put("@type", "NewsArticle");
		news.put("headline", shortened(article.headline()));
		news.put("url", url);
		news.put("mainEntityOfPage", url);
		news.put("datePublished", article.publishedAt().atZone(edition.zone()).toOffsetDateTime().toString());
		news.put("dateModified", article.changedAt().atZone(edition.zone()).toOffsetDateTime().toString());
		news.put("inLanguage", "ru");
		news.put("isAccessibleForFree", true);
		if (article.standfirst() != null) {
			news.put("description", article.standfirst());
		}
		List<Map<String, Object>> authors = authors(article);
		if (!authors.isEmpty()) {
			news.put("author", authors);
		}
		Picture picture = article.picture();
		if (picture != null) {
			news.put("image", List.of(this.site.absolute(picture.shared().url())));
		}
		news.put("publisher", Map.of("@type", "NewsMediaOrganization", "name", edition.name(), "url",
				this.site.absolute(edition.path()), "logo", logo(edition)));
		return news;
	}

	private String logo(Edition edition) {
		return this.site
			.absolute((edition.emblem() != null) ? this.site.path(edition.emblem()) : this.assets.path("icon-512.png"));
	}

	/** Those with a page; when there are none, the byline. */
	private List<Map<String, Object>> authors(Article article) {
		if (article.authors().isEmpty()) {
			return Stream.ofNullable(article.byline()).map((byline) -> person(byline)).toList();
		}
		return article.authors().stream().map((author) -> {
			Map<String, Object> person = person(author.name());
			person.put("url", this.site.absolute(this.site.path(author.url())));
			return person;
		}).toList();
	}

	private static Map<String, Object> person(String name) {
		return new LinkedHashMap<>(Map.of("@type", "Person", "name", name));
	}

	private Map<String, Object> breadcrumbs(Story story, String url) {
		Edition edition = story.edition();
		List<Map<String, Object>> crumbs = new ArrayList<>();
		crumbs.add(crumb(1, edition.name(), this.site.absolute(edition.path())));
		edition.rubric(story.article().rubric())
			.ifPresent((rubric) -> crumbs
				.add(crumb(2, rubric.name(), this.site.absolute(edition.path() + rubric.slug() + "/"))));
		crumbs.add(crumb(crumbs.size() + 1, story.article().headline(), url));
		return Map.of("@type", "BreadcrumbList", "itemListElement", crumbs);
	}

	private static Map<String, Object> crumb(int position, String name, String url) {
		return Map.of("@type", "ListItem", "position", position, "name", name, "item", url);
	}

	private static String shortened(String headline) {
		return (headline.codePointCount(0, headline.length()) <= HEADLINE_LIMIT) ? headline
				: headline.substring(0, headline.offsetByCodePoints(0, HEADLINE_LIMIT - 1)) + "…";
	}

}
