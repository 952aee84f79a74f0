package org.rayonka.web.story;

import java.net.URI;

import org.rayonka.access.Caller;
import org.rayonka.web.failure.PageProblem;
import org.rayonka.web.page.Visit;
import org.rayonka.web.site.Site;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Pages of articles.
 */
@RestController
class StoryController {

	/** The address of an article's page: the day is that of its edition's zone. */
	static final String STORY = "/{edition}/{year:\\d{4}}/{month:\\d{2}}/{day:\\d{2}}/{slug}";

	private static final String PRINT = "/print";

	private final Stories stories;

	private final StoryPages pages;

	private final StoryHeads heads;

	private final Site site;

	StoryController(Stories stories, StoryPages pages, StoryHeads heads, Site site) {
		this.site = site;
		this.stories = stories;
		this.pages = pages;
		this.heads = heads;
	}

	@GetMapping(STORY)
	Mono<ResponseEntity<byte[]>> story(ServerWebExchange exchange, Caller caller) {
		View view = View.of(exchange, caller);
		String path = view.visit().path();
		return this.stories.at(path)
			.map((story) -> still(story, path, ""))
			.flatMap((story) -> this.pages.show(view, story, HttpStatus.OK));
	}

	@GetMapping(STORY + PRINT)
	Mono<ResponseEntity<byte[]>> print(ServerWebExchange exchange, Caller caller) {
		Visit page = Visit.of(exchange, caller);
		Visit visit = page.at(page.path().substring(0, page.path().length() - PRINT.length()));
		return this.stories.at(visit.path())
			.map((story) -> still(story, visit.path(), PRINT))
			.map((story) -> this.heads.render(HttpStatus.OK, "print.jte",
					new PrintPage(this.heads.shell(visit, story), story)));
	}

	/** An address that the page had before leads to the one it has now. */
	private Story still(Story story, String asked, String variant) {
		String path = this.site.path(story.article().url());
		if (!path.equals(asked)) {
			throw new PageProblem.Moved(URI.create(path + variant));
		}
		return story;
	}

}
