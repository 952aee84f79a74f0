package org.rayonka.web.story;

import java.time.ZoneId;
import java.util.Objects;

import org.rayonka.web.article.Article;
import org.rayonka.web.page.Head;
import org.rayonka.web.page.Page;
import org.rayonka.web.page.Pages;
import org.rayonka.web.page.Shell;
import org.rayonka.web.page.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Frames the page of an article and its print version.
 */
@Component
class StoryHeads {

	private final Pages pages;

	private final Structured structured;

	StoryHeads(Pages pages, Structured structured) {
		this.pages = pages;
		this.structured = structured;
	}

	Shell shell(Visit visit, Story story) {
		Article article = story.article();
		ZoneId zone = story.edition().zone();
		String title = article.headline() + " — " + story.edition().name();
		Head head = new Head(title, Objects.requireNonNullElse(article.standfirst(), article.headline()), visit.path(),
				"article", article.picture(), this.structured.of(story), true,
				article.publishedAt().atZone(zone).toOffsetDateTime().toString(),
				article.changedAt().atZone(zone).toOffsetDateTime().toString());
		return this.pages.shell(visit, head, story.editions(), story.edition());
	}

	ResponseEntity<byte[]> render(HttpStatus status, String template, Page page) {
		return this.pages.render(status, template, page);
	}

}
