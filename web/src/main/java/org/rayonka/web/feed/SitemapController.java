package org.rayonka.web.feed;

import java.time.Duration;
import java.util.List;

import org.rayonka.web.article.Article;
import org.rayonka.web.article.ArticleQuery;
import org.rayonka.web.article.Articles;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Editions;
import org.rayonka.web.failure.Unanswered;
import org.rayonka.web.site.Site;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * What search engines ask for first.
 */
@RestController
class SitemapController {

	private static final int NEWEST = 100;

	private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private static final CacheControl A_MINUTE = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

	private final Editions editions;

	private final Articles articles;

	private final Site site;

	SitemapController(Editions editions, Articles articles, Site site) {
		this.editions = editions;
		this.articles = articles;
		this.site = site;
	}

	@GetMapping("/robots.txt")
	ResponseEntity<String> robots() {
		String rules = """
				User-agent: *
				Disallow: /api/
				Disallow: /oauth2/
				Disallow: /*/print$
				Allow: /

				Sitemap: %s
				""".formatted(this.site.absolute("/sitemap.xml"));
		return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).cacheControl(AN_HOUR).body(rules);
	}

	@GetMapping("/sitemap.xml")
	Mono<ResponseEntity<byte[]>> sitemap() {
		return Unanswered.orAway(Mono.zip(this.editions.all(), this.articles.list(ArticleQuery.newest(null, NEWEST))))
			.map((told) -> sitemap(told.getT1(), told.getT2().value().items()))
			.map((xml) -> ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).cacheControl(A_MINUTE).body(xml));
	}

	private byte[] sitemap(List<Edition> editions, List<Article> newest) {
		return Xml.document((xml) -> {
			xml.open("urlset", "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
			xml.open("url").text("loc", this.site.absolute("/")).close();
			for (Edition edition : editions) {
				xml.open("url").text("loc", this.site.absolute(edition.path())).close();
				for (Edition.Rubric rubric : edition.rubrics()) {
					xml.open("url").text("loc", this.site.absolute(edition.path() + rubric.slug() + "/")).close();
				}
			}
			for (Article article : newest) {
				xml.open("url")
					.text("loc", this.site.absolute(this.site.path(article.url())))
					.text("lastmod", article.changedAt().toString())
					.close();
			}
			xml.close();
		});
	}

}
