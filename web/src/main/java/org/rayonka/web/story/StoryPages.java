package org.rayonka.web.story;

import org.rayonka.web.article.Article;
import org.rayonka.web.engagement.Engagement;
import org.rayonka.web.page.Part;
import org.rayonka.web.page.Parts;
import org.rayonka.web.rail.Rail;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts the page of an article together, with whatever services are there.
 */
@Component
class StoryPages {

	private final Parts parts;

	private final Engagement engagement;

	private final Talks talks;

	private final Surroundings surroundings;

	private final StoryHeads heads;

	StoryPages(Parts parts, Engagement engagement, Talks talks, Surroundings surroundings, StoryHeads heads) {
		this.parts = parts;
		this.engagement = engagement;
		this.talks = talks;
		this.surroundings = surroundings;
		this.heads = heads;
	}

	/**
	 * Shows an article, or its discussion alone.
	 * @param view how it is looked at
	 * @param story what is shown
	 * @param status of the answer
	 * @return the page, however many services are away
	 */
	Mono<ResponseEntity<byte[]>> show(View view, Story story, HttpStatus status) {
		return (view.part() ? part(view, story) : whole(view, story))
			.map((page) -> this.heads.render(status, view.part() ? "discussion.jte" : "story.jte", page));
	}

	private Mono<StoryPage> whole(View view, Story story) {
		Article article = story.article();
		return Mono
			.zip(this.parts.of("counts", this.engagement.counts(article.id())), this.talks.of(view, article.id()),
					this.surroundings.of(article))
			.map((told) -> new StoryPage(this.heads.shell(view.visit(), story), story, told.getT1(), told.getT2(),
					told.getT3().rail(), told.getT3().neighbours()));
	}

	private Mono<StoryPage> part(View view, Story story) {
		return this.talks.of(view, story.article().id())
			.map((talk) -> new StoryPage(this.heads.shell(view.visit(), story), story, Part.away(), talk, Rail.none(),
					Neighbours.NONE));
	}

}
